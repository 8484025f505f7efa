#include "report/paths/paths.h"
#include "report/telling/csv.h"
#include "report/telling/markdown.h"
#include "report/telling/move_words.h"
#include "report/telling/numbers.h"
#include "report/telling/path_words.h"
#include "report/telling/state_words.h"
#include "report/telling/who_is_who.h"

#include <fmt/format.h>

namespace stasis::report {

using analysis::GoalWays;
using analysis::Step;
using analysis::Ways;

namespace {

std::string goalName(const PathsView& view, const GoalWays& goal) {
  return goal.state ? markAndTitle(view.engine, *goal.state) : view.to;
}

class Markdown {
public:
  explicit Markdown(const PathsView& view) : view_(view), engine_(view.engine) {}

  std::string text() {
    std::string out = markdownTitle(engine_.conflict());
    out += "From " + markdownText(markAndTitle(engine_, view_.question.from)) + ".\n\n";
    out += markdownHead({"to", "equilibrium", "concessions", "moves", "a best way", "who concedes"});
    for (const auto& group : view_.answer.groups)
      for (const GoalWays& goal : group.goals)
        out += row(goal);
    return out + untold() + "\n```mermaid\n" + pathsMermaid(view_) + "```\n";
  }

private:
  std::string untold() {
    stability::Count more = 0;
    for (const auto& group : view_.answer.groups)
      if (view_.question.each)
        more += group.all - group.goals.size();
    std::string out = more > 0 ? fmt::format("\n{} more are not shown.\n", grouped(more)) : "";
    if (view_.answer.stopped)
      out += "\nNot finished: " + view_.answer.stopped->message + ".\n";
    return out;
  }

  std::string row(const GoalWays& goal) {
    std::vector<std::string> cells{markdownText(goalName(view_, goal)),
                                   goal.state ? conceptWords(equilibriumUnder(view_, *goal.state)) : ""};
    if (goal.fewestConcessions) {
      const Ways& best = *goal.fewestConcessions;
      const auto path = best.paths.empty() ? analysis::Sequence{} : best.paths.front();
      for (std::string cell : {std::to_string(best.cost.concessions), std::to_string(best.cost.length),
                               way(path), conceding(path)})
        cells.push_back(std::move(cell));
    } else {
      for (std::string cell : {std::string(), std::string(), reason(goal), std::string()})
        cells.push_back(std::move(cell));
    }
    return markdownRow(cells);
  }

  std::string reason(const GoalWays& goal) {
    return goal.barrier ? "none. " + markdownText(joined(barrierWords(view_, goal, {}), " "))
                        : "not finished";
  }

  std::string way(const analysis::Sequence& path) {
    std::string out = markdownText(stateMark(engine_, view_.question.from));
    for (const Step& step : path)
      out += fmt::format(" → {}: {} → {}", markdownText(engine_.conflict().party(step.mover).name),
                         markdownText(briefMove(engine_.conflict(), step)),
                         markdownText(stateMark(engine_, step.to)));
    return out;
  }

  std::string conceding(const analysis::Sequence& path) {
    std::vector<std::string> who;
    for (const Step& step : path)
      if (isConcession(effectOf(view_.rules, step)))
        who.push_back(fmt::format("{} at {}, {}", markdownText(engine_.conflict().party(step.mover).name),
                                  markdownText(stateMark(engine_, step.from)),
                                  whatItCosts(engine_, view_.rules, step)));
    return joined(who, "; ");
  }

  const PathsView& view_;
  stability::Engine& engine_;
};

class Csv {
public:
  explicit Csv(const PathsView& view) : view_(view), engine_(view.engine) {}

  std::string text() {
    out_ = csvLine({"to", "kind", "path", "step", "party", "from", "from_options", "to_state", "to_options",
                    "move", "concession", "place_before", "place_after"});
    for (const auto& group : view_.answer.groups)
      for (const GoalWays& goal : group.goals) {
        add(goal, "shortest", goal.shortest);
        add(goal, "improvements", goal.improving);
        add(goal, "fewest concessions", goal.fewestConcessions);
      }
    return out_;
  }

private:
  void add(const GoalWays& goal, const std::string& kind, const std::optional<Ways>& ways) {
    for (std::size_t p = 0; ways && p < ways->paths.size(); ++p)
      for (std::size_t s = 0; s < ways->paths[p].size(); ++s)
        add(goal, kind, p + 1, s + 1, ways->paths[p][s]);
  }

  void add(const GoalWays& goal, const std::string& kind, std::size_t path, std::size_t number,
           const Step& step) {
    const auto place = [&](const model::Pattern& state) {
      const auto found = engine_.place(step.mover, state);
      return found ? std::to_string(*found) : std::string();
    };
    out_ += csvLine({goalName(view_, goal), kind, std::to_string(path), std::to_string(number),
                     engine_.conflict().party(step.mover).name, stateMark(engine_, step.from),
                     step.from.letters(), stateMark(engine_, step.to), step.to.letters(),
                     briefMove(engine_.conflict(), step), csvFlag(isConcession(effectOf(view_.rules, step))),
                     place(step.from), place(step.to)});
  }

  const PathsView& view_;
  stability::Engine& engine_;
  std::string out_;
};

} // namespace

std::string pathsMarkdown(const PathsView& view) { return Markdown(view).text(); }
std::string pathsCsv(const PathsView& view) { return Csv(view).text(); }

} // namespace stasis::report
