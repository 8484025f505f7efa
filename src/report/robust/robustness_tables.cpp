#include "report/robust/robustness.h"
#include "report/telling/csv.h"
#include "report/telling/markdown.h"
#include "report/telling/move_words.h"
#include "report/telling/numbers.h"
#include "report/telling/path_words.h"
#include "report/telling/state_words.h"
#include "report/telling/who_is_who.h"

#include <fmt/format.h>

namespace stasis::report {

using analysis::Robustness;

namespace {

std::string placeText(const ChangeWords& words, const analysis::Variant& variant) {
  std::vector<std::string> lines;
  for (const auto& change : variant)
    for (const std::size_t line : words.lines(change))
      lines.push_back(std::to_string(line));
  return joined(lines, " ");
}

class Markdown {
public:
  explicit Markdown(const RobustnessView& view)
      : view_(view), answer_(view.answer), conflict_(view.engine.conflict()),
        words_(conflict_, answer_.preferences, &view.source) {}

  std::string text() {
    std::string out = markdownTitle(conflict_) +
                      fmt::format("{} solved; the cells tell in how many a state is an equilibrium, "
                                  "in bold where it is as written.\n\n",
                                  answer_.isAll() ? counted(answer_.solved(), "variant")
                                                  : fmt::format("{} of {}", answer_.solved(),
                                                                counted(answer_.variantsInAll, "variant")));
    out += head("state");
    for (std::size_t s = 0; s < answer_.states.size(); ++s)
      out += states(s);
    out += "\nWhat each state hangs on:\n\n" +
           markdownHead({"state", "under", "as written", "otherwise when", "lines"});
    for (std::size_t s = 0; s < answer_.states.size(); ++s)
      for (const Fate& fate : fates(answer_, s))
        out += hangs(s, fate);
    if (answer_.stopped)
      out += "\nNot finished: " + markdownText(answer_.stopped->message) + ".\n";
    return out;
  }

private:
  std::string head(const std::string& first) {
    std::vector<std::string> titles{first};
    for (const auto id : answer_.concepts)
      titles.emplace_back(row(id).name);
    return markdownHead(titles);
  }

  std::string name(std::size_t s) { return markdownText(markAndTitle(view_.engine, answer_.states[s])); }

  std::string states(std::size_t s) {
    std::vector<std::string> cells{name(s)};
    for (std::size_t c = 0; c < answer_.concepts.size(); ++c) {
      const std::string mark = answer_.asWritten.under[c].states[s] ? "**" : "";
      cells.push_back(mark + std::to_string(answer_.heldIn(s, c)) + mark);
    }
    return markdownRow(cells);
  }

  std::string hangs(std::size_t s, const Fate& fate) {
    std::vector<std::string> under;
    for (const std::size_t c : fate.concepts)
      under.emplace_back(row(answer_.concepts[c]).name);
    std::string out;
    for (const std::size_t v : leastChanges(answer_, fate.turned))
      out += markdownRow({name(s), joined(under, ", "), fate.asWritten ? "holds" : "does not hold",
                          markdownText(variantText(words_, answer_.variants[v])),
                          placeText(words_, answer_.variants[v])});
    return out;
  }

  const RobustnessView& view_;
  const Robustness& answer_;
  const model::Conflict& conflict_;
  ChangeWords words_;
};

} // namespace

std::string robustnessMarkdown(const RobustnessView& view) { return Markdown(view).text(); }

std::string robustnessCsv(const RobustnessView& view) {
  const Robustness& answer = view.answer;
  const ChangeWords words(view.engine.conflict(), answer.preferences, &view.source);
  std::string out =
      csvLine({"variant", "changes", "lines", "state", "options", "concept", "as written", "holds"});
  for (std::size_t v = 0; v < answer.variants.size(); ++v) {
    if (!answer.outcomes[v].solved())
      continue;
    const std::string told = variantText(words, answer.variants[v]);
    const std::string place = placeText(words, answer.variants[v]);
    for (std::size_t s = 0; s < answer.states.size(); ++s)
      for (std::size_t c = 0; c < answer.concepts.size(); ++c)
        out += csvLine(
            {std::to_string(answer.first + v + 1), told, place, stateMark(view.engine, answer.states[s]),
             answer.states[s].letters(), std::string(row(answer.concepts[c]).key),
             csvFlag(answer.asWritten.under[c].states[s]), csvFlag(answer.outcomes[v].under[c].states[s])});
  }
  return out;
}

} // namespace stasis::report
