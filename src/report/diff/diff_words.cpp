#include "report/diff/diff_words.h"

#include "report/telling/move_words.h"
#include "report/telling/numbers.h"
#include "report/telling/path_words.h"
#include "report/telling/state_words.h"

#include <algorithm>

namespace stasis::report {

using analysis::ModelChange;
using model::Pattern;

namespace {

/// `3 war, 5 and 4 more`.
std::string some(stability::Engine& engine, const std::vector<Pattern>& states, std::size_t limit) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < std::min(states.size(), limit); ++i)
    names.push_back(markAndTitle(engine, states[i]) + " (" +
                    inWords(engine.conflict(), states[i], Called::name) + ")");
  if (states.size() > limit)
    names.push_back(grouped(states.size() - limit) + " more");
  return enumerated(names);
}

std::string listed(stability::Engine& engine, const std::vector<Pattern>& states, std::size_t limit) {
  return counted(states.size(), "state") + ": " + some(engine, states, limit);
}

} // namespace

std::string changeLine(const ModelChange& change) {
  std::string line = std::string(wordOf(change.thing));
  line += change.owner.empty() ? "" : " of " + change.owner;
  line += ' ' + std::string(wordOf(change.how));
  if (change.how == ModelChange::How::moved)
    return line + " from " + ordinal(change.from) + " to " + ordinal(change.to) + " place: " + change.after;
  if (change.from != 0 || change.to != 0)
    line += ", " + ordinal(change.to != 0 ? change.to : change.from) + " place";
  line += ": ";
  if (change.before.empty())
    return line + (change.after.empty() ? "nothing" : change.after);
  if (change.after.empty())
    return line + change.before + (change.how == ModelChange::How::changed ? " is gone" : "");
  return line + change.before + ", now " + change.after;
}

std::vector<std::string> answerLines(const DiffView& view) {
  std::vector<std::string> lines;
  const auto& answer = view.answer;
  if (!answer.lost.empty())
    lines.push_back("No longer feasible, " + listed(view.a, answer.lost, view.limit) + ".");
  if (!answer.gained.empty())
    lines.push_back("Now feasible, " + listed(view.b, answer.gained, view.limit) + ".");
  if (!answer.complete && answer.statesBefore != answer.statesAfter)
    lines.push_back(grouped(answer.statesBefore) + " states were feasible, now " +
                    grouped(answer.statesAfter) + ".");
  for (const auto& change : answer.verdicts) {
    const std::string who =
        view.b.conflict().party(change.party).name + ", " + std::string(model::row(change.concept_).name);
    if (!change.nowStable.empty())
      lines.push_back(who + ": now stable in " + listed(view.b, change.nowStable, view.limit) + ".");
    if (!change.noLonger.empty())
      lines.push_back(who + ": no longer stable in " + listed(view.b, change.noLonger, view.limit) + ".");
  }
  for (const auto& change : answer.equilibria) {
    const std::string name = std::string(model::row(change.concept_).name) + " equilibria";
    if (!change.gained.empty())
      lines.push_back(name + " gained, " + listed(view.b, change.gained, view.limit) + ".");
    if (!change.lost.empty())
      lines.push_back(name + " lost, " + listed(view.a, change.lost, view.limit) + ".");
    if (change.gained.empty() && change.lost.empty())
      lines.push_back(name + ": " + grouped(change.before) + " before, now " + grouped(change.after) + ".");
  }
  return lines;
}

std::string verdictLine(const DiffView& view) {
  if (view.answer.changed())
    return view.answer.complete ? "The answer changed." : "The answer changed; it was not compared in full.";
  if (view.answer.complete)
    return "The answer is the same.";
  return view.answer.stopped ? "The answers were not compared: " + view.answer.stopped->message + "."
                             : "There are more than " + grouped(analysis::mostStatesCompared) +
                                   " states, too many to compare one by one; their numbers are the same.";
}

} // namespace stasis::report
