// What to find out first as a page to send.
#include "report/ask/questions.h"
#include "report/telling/html.h"
#include "report/telling/path_words.h"

#include <fmt/format.h>

#include <algorithm>

namespace stasis::report {

using analysis::PointWorth;

namespace {

/// A list item for each text.
std::string items(const std::vector<std::string>& texts) {
  std::string out;
  for (const std::string& text : texts)
    out += element("li", htmlText(text));
  return out.empty() ? out : element("ul", out);
}

std::string outcomesTable(const QuestionsView& view) {
  std::string rows = element("tr", element("th", "outcome") + element("th", "as written") +
                                       element("th", "share of the readings"));
  for (std::size_t o = 0; o < view.answer.shares.size(); ++o)
    rows += element("tr", element("td", htmlText(outcomeWords(view, view.question.outcomes[o]))) +
                              element("td", view.answer.asWritten[o] ? "holds" : "does not hold") +
                              element("td", percent(shareOf(view.answer.shares[o]))));
  return element("table", rows);
}

std::string questionItem(const QuestionsView& view, const PointWords& words, const PointWorth& worth) {
  const auto& point = view.answer.points[worth.point];
  const std::string place = words.place(point);
  std::string out =
      element("b", htmlText(words.question(point))) + (place.empty() ? "" : " (" + htmlText(place) + ")") +
      element("p", fmt::format("It decides {} of what is open ({:.3f} of {:.3f} bits).",
                               percent(worth.bits / view.answer.open), worth.bits, view.answer.open)) +
      items(sharesIf(view, worth));
  for (const std::string& cited : words.evidence(point))
    out += element("blockquote", htmlText(cited));
  out += element("p", "Who could say: " + htmlText(enumerated(words.whoCouldSay(point), "or")) + '.');
  return element("li", out);
}

std::string thenList(const QuestionsView& view, const PointWords& words) {
  std::vector<std::string> all;
  for (const auto& next : view.answer.then)
    all.push_back(fmt::format("If the answer to the first is {}: {}", next.after ? "yes" : "no",
                              next.best ? words.question(view.answer.points[next.best->point])
                                        : "no other answer says anything."));
  return items(all);
}

} // namespace

std::string questionsHtml(const QuestionsView& view) {
  const auto& answer = view.answer;
  const PointWords words(answer.conflict, &view.source);
  std::string body = element("h1", htmlText(answer.conflict.title));
  std::string how = "Equilibria under " + std::string(row(view.question.concept_).name) + ".";
  for (const std::string& one : howSolved(view, {}))
    how += ' ' + one + '.';
  body += element("p", htmlText(how)) + outcomesTable(view) + element("h2", "What to find out first");
  std::string list;
  for (std::size_t k = 0; k < std::min(view.limit, answer.ranking.size()); ++k)
    list += questionItem(view, words, answer.worth[answer.ranking[k]]);
  body += list.empty() ? element("p", nothingToAsk(view)) : element("ol", list) + thenList(view, words);
  if (answer.stopped)
    body += element("p", "Not finished: " + htmlText(answer.stopped->message) + '.');
  return letterPage(answer.conflict.title, body);
}

} // namespace stasis::report
