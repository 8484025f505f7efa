#include "report/coalitions/coalitions.h"
#include "report/telling/markdown.h"
#include "report/telling/move_words.h"
#include "report/telling/path_words.h"
#include "report/telling/state_words.h"
#include "report/telling/who_is_who.h"

#include <fmt/format.h>

namespace stasis::report {

using analysis::Departure;
using analysis::Improvement;
using analysis::Verdicts;

namespace {

class Markdown {
public:
  explicit Markdown(const CoalitionsView& view)
      : view_(view), engine_(view.engine), conflict_(view.engine.conflict()), answer_(view.answer) {}

  std::string text() {
    std::string out =
        markdownTitle(conflict_) +
        fmt::format("{} states examined ({}).\n\n", answer_.states.size(), markdownText(view_.examined));
    if (answer_.stopped)
      out += "**Not finished: " + markdownText(answer_.stopped->message) +
             ".** States not listed were not examined.\n\n";
    out += head("coalition");
    for (std::size_t c = 0; c < answer_.coalitions.size(); ++c)
      out += line(coalitionName(conflict_, answer_.coalitions[c]), answer_.stable[c]);
    if (answer_.coalitions.size() > 1)
      out += line("every one of these", answer_.forEvery());
    if (!answer_.asOne.empty() && answer_.coalitions[0].size() > 1)
      out += line("as one party, equilibria", answer_.asOne);
    return out + departures();
  }

private:
  std::string head(const std::string& first) {
    std::vector<std::string> titles{first};
    for (const auto id : answer_.concepts)
      titles.emplace_back(row(id).name);
    return markdownHead(titles);
  }

  std::string line(const std::string& name, const std::vector<Verdicts>& byState) {
    std::vector<std::string> cells{markdownText(name)};
    for (std::size_t k = 0; k < answer_.concepts.size(); ++k) {
      std::vector<std::string> states;
      for (std::size_t s = 0; s < byState.size(); ++s)
        if (byState[s][k])
          states.push_back(markdownText(stateMark(engine_, answer_.states[s])));
      cells.push_back(joined(states, ", "));
    }
    return markdownRow(cells);
  }

  std::string departures() {
    if (answer_.departures.empty())
      return {};
    std::string out = "\n" + markdownHead({"equilibrium", "coalition", "can go to", "by", "deterred under"});
    for (const Departure& departure : answer_.departures)
      for (const Improvement& improvement : departure.told)
        out += markdownRow({markdownText(markAndTitle(engine_, answer_.states[departure.state])),
                            markdownText(coalitionName(conflict_, answer_.coalitions[departure.coalition])),
                            markdownText(markAndTitle(engine_, improvement.to)), way(improvement),
                            concepts(improvement.deterred)});
    return out;
  }

  std::string way(const Improvement& improvement) {
    std::vector<std::string> steps;
    for (const auto& step : improvement.way)
      steps.push_back(markdownText(conflict_.party(step.mover).name + ": " + briefMove(conflict_, step)));
    return joined(steps, "; ");
  }

  std::string concepts(const Verdicts& verdicts) {
    std::vector<std::string> names;
    for (std::size_t k = 0; k < verdicts.size(); ++k)
      if (verdicts[k])
        names.emplace_back(row(answer_.concepts[k]).name);
    return names.empty() ? "none" : joined(names, ", ");
  }

  const CoalitionsView& view_;
  stability::Engine& engine_;
  const model::Conflict& conflict_;
  const analysis::CoalitionsAnswer& answer_;
};

} // namespace

std::string coalitionsMarkdown(const CoalitionsView& view) { return Markdown(view).text(); }

} // namespace stasis::report
