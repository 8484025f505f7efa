#include "report/ask/questions.h"
#include "report/telling/csv.h"
#include "report/telling/markdown.h"
#include "report/telling/path_words.h"
#include "report/telling/state_words.h"
#include "report/telling/who_is_who.h"

#include <fmt/format.h>

namespace stasis::report {

using analysis::PointWorth;

std::string questionsMarkdown(const QuestionsView& view) {
  const auto& answer = view.answer;
  const PointWords words(answer.conflict, &view.source);
  std::string out = markdownTitle(answer.conflict) +
                    fmt::format("What to find out first, under {}: ", row(view.question.concept_).name);
  for (const std::string& one : howSolved(view, {}))
    out += markdownText(one) + ". ";
  out += "\n\n" + markdownHead({"outcome", "as written", "share of the readings"});
  for (std::size_t o = 0; o < answer.shares.size(); ++o)
    out += markdownRow({markdownText(outcomeWords(view, view.question.outcomes[o])),
                        answer.asWritten[o] ? "holds" : "does not hold", percent(shareOf(answer.shares[o]))});
  out += '\n' +
         markdownHead({"", "question", "decides", "bits", "shares", "lines", "evidence", "who could say"});
  for (std::size_t k = 0; k < std::min(view.limit, answer.ranking.size()); ++k) {
    const PointWorth& worth = answer.worth[answer.ranking[k]];
    const auto& point = answer.points[worth.point];
    out += markdownRow({std::to_string(k + 1), markdownText(words.question(point)),
                        percent(worth.bits / answer.open), fmt::format("{:.3f}", worth.bits),
                        markdownText(joined(sharesIf(view, worth), "; ")), markdownText(words.place(point)),
                        markdownText(joined(words.evidence(point), "; ")),
                        markdownText(enumerated(words.whoCouldSay(point), "or"))});
  }
  for (const auto& next : answer.then)
    out += fmt::format("\nIf the answer to the first is {}: {}\n", next.after ? "yes" : "no",
                       next.best ? markdownText(words.question(answer.points[next.best->point]))
                                 : "no other answer says anything.");
  if (answer.stopped)
    out += "\nNot finished: " + markdownText(answer.stopped->message) + ".\n";
  return out;
}

std::string questionsCsv(const QuestionsView& view) {
  const auto& answer = view.answer;
  const PointWords words(answer.conflict, &view.source);
  std::string out =
      csvLine({"question", "party", "lines", "bits", "outcome", "share", "share if yes", "share if no"});
  for (std::size_t k = 0; k < answer.ranking.size(); ++k) {
    const PointWorth& worth = answer.worth[answer.ranking[k]];
    const auto& point = answer.points[worth.point];
    for (std::size_t o = 0; o < worth.bitsBy.size(); ++o)
      out += csvLine({words.question(point), words.party(point), words.place(point),
                      fmt::format("{:.6g}", worth.bitsBy[o]), outcomeWords(view, view.question.outcomes[o]),
                      fmt::format("{:.6g}", shareOf(answer.shares[o])),
                      fmt::format("{:.6g}", worth.yes.shares[o]), fmt::format("{:.6g}", worth.no.shares[o])});
  }
  return out;
}

} // namespace stasis::report
