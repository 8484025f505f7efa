#include "report/robust/footing.h"
#include "report/telling/csv.h"
#include "report/telling/markdown.h"
#include "report/telling/move_words.h"
#include "report/telling/numbers.h"
#include "report/telling/state_words.h"
#include "report/telling/who_is_who.h"

#include <fmt/format.h>

namespace stasis::report {

using analysis::Beliefs;
using analysis::Footing;

namespace {

class Sets {
public:
  explicit Sets(const FootingView& view)
      : answer_(view.answer), words_(view.engine.conflict(), answer_.preferences, &view.source) {}

  /// The sets in words, one after another.
  std::string text(const std::vector<Beliefs>& sets, bool more) const {
    std::vector<std::string> all;
    for (const Beliefs& set : sets) {
      std::vector<std::string> beliefs;
      for (const std::size_t b : set)
        beliefs.push_back(beliefText(words_, answer_.beliefs[b]));
      all.push_back(set.empty() ? "nothing" : joined(beliefs, " and "));
    }
    if (more)
      all.emplace_back("…");
    return joined(all, "; or ");
  }

private:
  const analysis::FootingAnswer& answer_;
  ChangeWords words_;
};

} // namespace

std::string footingMarkdown(const FootingView& view) {
  const auto& answer = view.answer;
  const Sets sets(view);
  std::string out = markdownTitle(view.engine.conflict()) +
                    fmt::format("{} of {}, each held or not.\n\n", counted(answer.subsets, "subset"),
                                counted(answer.beliefs.size(), "statement"));
  out += markdownHead({"state", "under", "as written", "share", "rests on", "turned without"});
  for (std::size_t s = 0; s < answer.states.size(); ++s)
    for (std::size_t c = 0; c < answer.concepts.size(); ++c)
      if (const auto& footing = answer.footing[s][c])
        out += markdownRow({markdownText(markAndTitle(view.engine, answer.states[s])),
                            std::string(row(answer.concepts[c]).name),
                            footing->asWritten ? "holds" : "does not hold",
                            markdownText(percentage(footing->held, answer.subsets)),
                            markdownText(sets.text(footing->restsOn, footing->restsOnMore)),
                            markdownText(sets.text(footing->turnedBy, footing->turnedByMore))});
  if (answer.stopped)
    out += "\nNot finished: " + markdownText(answer.stopped->message) + ".\n";
  return out;
}

std::string footingCsv(const FootingView& view) {
  const auto& answer = view.answer;
  const Sets sets(view);
  std::string out =
      csvLine({"state", "options", "concept", "as written", "held", "subsets", "rests on", "turned without"});
  for (std::size_t s = 0; s < answer.states.size(); ++s)
    for (std::size_t c = 0; c < answer.concepts.size(); ++c)
      if (const auto& footing = answer.footing[s][c])
        out += csvLine({stateMark(view.engine, answer.states[s]), answer.states[s].letters(),
                        std::string(row(answer.concepts[c]).key), csvFlag(footing->asWritten),
                        footing->held.get_str(), answer.subsets.get_str(),
                        sets.text(footing->restsOn, footing->restsOnMore),
                        sets.text(footing->turnedBy, footing->turnedByMore)});
  return out;
}

} // namespace stasis::report
