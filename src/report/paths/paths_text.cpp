#include "language/words/expression_text.h"
#include "report/paths/paths.h"
#include "report/telling/constraint_words.h"
#include "report/telling/legend.h"
#include "report/telling/move_words.h"
#include "report/telling/numbers.h"
#include "report/telling/path_words.h"
#include "report/telling/printable.h"
#include "report/telling/state_words.h"
#include "report/telling/who_is_who.h"

#include <fmt/format.h>

#include <set>

namespace stasis::report {

using analysis::Barrier;
using analysis::GoalWays;
using analysis::GroupWays;
using analysis::Sequence;
using analysis::Step;
using analysis::Ways;
using model::Direction;
using model::OptionId;

namespace {

class Text {
public:
  Text(const PathsView& view, const Look& look)
      : view_(view), engine_(view.engine), answer_(view.answer), look_(look) {}

  std::string text() {
    std::string out = heading();
    if (answer_.groups.empty() && !answer_.stopped)
      out += "There is none.\n";
    for (std::size_t g = 0; g < answer_.groups.size(); ++g) {
      out += groupHeading(g);
      for (const GoalWays& goal : answer_.groups[g].goals)
        out += '\n' + told(goal);
      out += untold(answer_.groups[g]);
    }
    return out + legend() + stopped();
  }

private:
  std::string heading() {
    return titleLines(engine_.conflict(), look_) +
           fmt::format("From {} to {}.\n", printable(markAndTitle(engine_, view_.question.from)),
                       goalWords());
  }

  std::string goalWords() {
    if (view_.to.empty())
      return "every state that is an equilibrium under " + conceptsSolved();
    if (answer_.groups.size() != 1)
      return printable(view_.to);
    const GroupWays& group = answer_.groups[0];
    if (view_.question.each && group.all == 1 && !group.goals.empty() && group.goals[0].state)
      return printable(markAndTitle(engine_, *group.goals[0].state));
    return fmt::format("{} where {} ({})", view_.question.each ? "every state" : "the nearest state",
                       printable(view_.to), counted(look_, group.all, "state"));
  }

  std::string conceptsSolved() const {
    if (view_.solution.concepts.size() == model::conceptCount)
      return "some concept";
    std::vector<std::string> names;
    for (const auto& concept_ : view_.solution.concepts)
      names.emplace_back(row(concept_.id).name);
    return enumerated(names, "or");
  }

  /// `Equilibria under GMR and SMR: 2, 1 by improvements alone and 1 only with concessions.`
  std::string groupHeading(std::size_t g) {
    const GroupWays& group = answer_.groups[g];
    if (!view_.question.each || (g >= view_.under.size() && group.all == 1))
      return {};
    std::vector<std::string> parts;
    const stability::Count conceding = group.byMoves - group.byImprovements;
    const stability::Count barred = group.all - group.byMoves;
    if (group.byImprovements > 0)
      parts.push_back(grouped(look_, group.byImprovements) + " by improvements alone");
    if (conceding > 0)
      parts.push_back(grouped(look_, conceding) + " only with concessions");
    if (barred > 0)
      parts.push_back(grouped(look_, barred) + " not at all");
    const std::string what = g < view_.under.size() ? counted(look_, group.all, "equilibrium", "equilibria") +
                                                          " under " + conceptWords(view_.under[g])
                                                    : counted(look_, group.all, "state");
    return '\n' + look_.paint(Tone::accent, what) + ", reached: " + enumerated(parts) + '\n';
  }

  std::string told(const GoalWays& goal) {
    std::string out = "  " + goalHeading(goal) + '\n' + goalInWords(goal);
    if (goal.barrier)
      return out + barred(goal);
    if (!goal.fewestConcessions)
      return out + "    " + look_.paint(Tone::warn, "not finished") + '\n';
    const Ways& best = *goal.fewestConcessions;
    if (best.cost.length == 0)
      return out + "    that is where one is\n";
    if (goal.improving)
      out += "    by improvements alone, in " + moves(best) + ":\n" + sequences(best);
    else
      out += fmt::format("    not by improvements alone; with {}, in {}:\n",
                         look_.paint(Tone::warn, counted(look_, best.cost.concessions, "concession")),
                         moves(best)) +
             sequences(best) + conceded(best);
    if (goal.shortest->cost.length < best.cost.length)
      out += fmt::format("    {}shorter by any moves, in {}:\n",
                         goal.improving ? "" : "with more concessions ", moves(*goal.shortest)) +
             sequences(*goal.shortest) + conceded(*goal.shortest);
    return out;
  }

  std::string goalHeading(const GoalWays& goal) {
    if (!goal.state)
      return look_.paint(Tone::strong, printable(view_.to));
    std::string out = look_.paint(Tone::strong, printable(markAndTitle(engine_, *goal.state)));
    if (const auto held = equilibriumUnder(view_, *goal.state); !held.empty() && view_.under.empty())
      out += look_.paint(Tone::faint, "   equilibrium under " + conceptWords(held));
    return out;
  }

  /// What is done in the goal, if the state has no title that says so.
  std::string goalInWords(const GoalWays& goal) {
    if (!goal.state || markAndTitle(engine_, *goal.state) != stateMark(engine_, *goal.state))
      return {};
    std::string out;
    for (const std::string& line :
         fold(printable(inWords(engine_.conflict(), *goal.state, Called::name)), look_.width - 6))
      out += "    " + look_.paint(Tone::faint, line) + '\n';
    return out;
  }

  std::string moves(const Ways& ways) const { return counted(look_, ways.cost.length, "move"); }

  std::string sequences(const Ways& ways) {
    std::string out;
    for (const Sequence& path : ways.paths)
      out += pathText(engine_, view_.rules, view_.question.from, path, 6, look_);
    if (ways.more)
      out += "      and others as good; --limit shows more\n";
    return out;
  }

  /// Who gives way where in the sequences shown, each once.
  std::string conceded(const Ways& ways) {
    std::string out;
    std::set<std::pair<std::string, std::string>> seen;
    for (const Sequence& path : ways.paths)
      for (const Step& step : path)
        if (isConcession(effectOf(view_.rules, step)) &&
            seen.emplace(step.from.letters(), step.to.letters()).second)
          out += fmt::format("      {} concedes at {} {} {}: {}\n",
                             look_.paint(Tone::strong, printable(engine_.conflict().party(step.mover).name)),
                             printable(stateMark(engine_, step.from)), look_.arrow(),
                             printable(stateMark(engine_, step.to)), whatItCosts(engine_, view_.rules, step));
    return out;
  }

  std::string barred(const GoalWays& goal) {
    std::string out = "    " + look_.paint(Tone::bad, "no way leads there") + '\n';
    for (const std::string& sentence : barrierWords(view_, goal, look_))
      for (std::string_view indent = "      "; const std::string& line : fold(sentence, look_.width - 8)) {
        out.append(indent).append(line) += '\n';
        indent = "        ";
      }
    return out;
  }

  std::string untold(const GroupWays& group) {
    std::size_t reached = 0;
    for (const GoalWays& goal : group.goals)
      reached += goal.fewestConcessions ? 1 : 0;
    if (!view_.question.each)
      return {};
    const stability::Count more = group.byMoves - reached;
    const stability::Count barred = group.all - group.byMoves - (group.goals.size() - reached);
    std::vector<std::string> parts;
    if (more > 0)
      parts.push_back(grouped(look_, more) + " more that can be reached");
    if (barred > 0)
      parts.push_back(grouped(look_, barred) + " more that cannot");
    return parts.empty() ? std::string() : "\n  and " + enumerated(parts) + "; --goals shows more\n";
  }

  std::string legend() {
    for (const GroupWays& group : answer_.groups)
      for (const GoalWays& goal : group.goals)
        if (doubleArrow(goal))
          return look_.paint(Tone::faint, look_.ascii
                                              ? "\n-> a gain for who moves   => a concession: no gain\n"
                                              : "\n─→ a gain for who moves   ═⇒ a concession: no gain\n");
    return {};
  }

  static bool doubleArrow(const GoalWays& goal) {
    return goal.fewestConcessions && (goal.fewestConcessions->cost.concessions > 0 ||
                                      goal.shortest->cost.length < goal.fewestConcessions->cost.length);
  }

  std::string stopped() {
    if (!answer_.stopped)
      return {};
    return '\n' + look_.paint(Tone::warn, "Not finished: " + answer_.stopped->message + ".") + '\n';
  }

  const PathsView& view_;
  stability::Engine& engine_;
  const analysis::PathsAnswer& answer_;
  const Look& look_;
};

std::string optionWords(const model::Conflict& conflict, OptionId id) {
  const bool taken = conflict.option(id).direction == Direction::irrevocable;
  return fmt::format("`{}` {}", printable(conflict.nameOf(id)),
                     taken ? "is taken and irrevocable" : "is dropped and unresumable");
}

} // namespace

std::string conceptWords(const std::vector<model::Concept>& concepts) {
  if (concepts.size() == model::conceptCount)
    return "every concept";
  std::vector<std::string> names;
  for (const model::Concept id : concepts)
    names.emplace_back(row(id).name);
  return enumerated(names);
}

std::vector<model::Concept> equilibriumUnder(const PathsView& view, const model::Pattern& state) {
  std::vector<model::Concept> concepts;
  for (const auto& concept_ : view.solution.concepts)
    if (concept_.equilibria && view.engine.contains(*concept_.equilibria, state))
      concepts.push_back(concept_.id);
  return concepts;
}

std::vector<std::string> barrierWords(const PathsView& view, const GoalWays& goal, const Look&) {
  const Barrier& barrier = *goal.barrier;
  const auto& conflict = view.engine.conflict();
  const std::string there = goal.state ? "there" : "in every such state";
  std::vector<std::string> out;
  for (const OptionId id : barrier.options)
    if (barrier.eachOption)
      out.push_back(optionWords(conflict, id) + ", but " + there + " it is " +
                    (conflict.option(id).direction == Direction::irrevocable ? "not taken." : "taken."));
  if (!barrier.options.empty() && !barrier.eachOption) {
    std::vector<std::string> all;
    for (const OptionId id : barrier.options)
      all.push_back(optionWords(conflict, id));
    out.push_back("No such state keeps all of this as it is: " + enumerated(all) + ".");
  }
  for (const OptionId id : barrier.directions)
    out.push_back(fmt::format(
        "`{}` is {}; if it could be changed both ways, there would be a way.", printable(conflict.nameOf(id)),
        conflict.option(id).direction == Direction::irrevocable ? "irrevocable" : "unresumable"));
  if (barrier.nobodyLeaves)
    out.push_back("No party has a move from " + printable(markAndTitle(view.engine, view.question.from)) +
                  ".");
  if (barrier.nobodyEnters && !barrier.nobodyLeaves)
    out.emplace_back("No party has a move into it.");
  if (barrier.twiceInARow)
    out.emplace_back("The moves are there, but somebody would have to move twice in a row.");
  for (const std::size_t k : barrier.constraints)
    out.push_back("Every way passes through states ruled out by `" +
                  printable(constraintWords(conflict, conflict.constraints[k].holds)) +
                  "`; without that there is one.");
  if (barrier.between && barrier.constraints.empty())
    out.push_back(!conflict.listed.empty() ? "Every way passes through states that are not listed."
                  : barrier.constraintsTried
                      ? "Every way passes through infeasible states, and no single constraint is to blame."
                      : "Every way passes through infeasible states.");
  if (out.empty())
    out.emplace_back("No legal sequence of moves does.");
  return out;
}

std::string pathsText(const PathsView& view, const Look& look) {
  std::vector<model::Concept> concepts;
  for (const auto& one : view.solution.concepts)
    concepts.push_back(one.id);
  return Text(view, look).text() + conceptsBelow(concepts, look);
}

} // namespace stasis::report
