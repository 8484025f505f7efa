#include "report/brief/brief_words.h"

#include "report/explain/deterrence_words.h"
#include "report/telling/condition_in_words.h"
#include "report/telling/nearest_outcome.h"
#include "report/telling/outcome_name.h"
#include "report/telling/party_words.h"
#include "report/telling/path_words.h"
#include "report/telling/state_words.h"

#include <algorithm>

namespace stasis::report {

using analysis::BriefReason;
using analysis::Standing;
using analysis::Step;
using model::PartyId;
using model::Pattern;

std::string BriefWords::sentence(std::string words) {
  if (!words.empty() && words[0] >= 'a' && words[0] <= 'z')
    words[0] = static_cast<char>(words[0] - 'a' + 'A');
  return words + ".";
}

bool BriefWords::isToday(const Pattern& state) const {
  return conflict_.statusQuo && state.covers(*conflict_.statusQuo);
}

bool BriefWords::hasTitle(const Pattern& state) const {
  const std::string title = stateTitle(conflict_, state);
  return !title.empty() &&
         (title == "status quo" || nameByDifference(conflict_, state, Called::label) == title);
}

/// ` but with “A” (Russia) and without “B” (Ukraine)`.
std::string BriefWords::likeness(const Pattern& state, const Pattern& other) const {
  const auto changed = [&](model::Choice choice) {
    std::vector<std::string> all;
    const auto labels = [&](PartyId id) {
      std::vector<std::string> own;
      const auto& party = conflict_.party(id);
      for (std::size_t o = party.firstOption; o < party.firstOption + party.optionCount; ++o)
        if (const model::OptionId option(o); state[option] == choice && other[option] != choice)
          own.push_back("“" + conflict_.labelOf(option) + "”");
      return own;
    };
    for (const auto& [group, own] : toldTogether(conflict_, labels))
      for (const std::string& label : own)
        all.push_back(label + " (" + parties(group, false) + ")");
    return enumerated(all);
  };
  const std::string taken = changed(model::Choice::yes);
  const std::string dropped = changed(model::Choice::no);
  return " but " + (taken.empty() ? "" : "with " + taken) +
         (taken.empty() || dropped.empty() ? "" : " and ") + (dropped.empty() ? "" : "without " + dropped);
}

std::string BriefWords::called(const Pattern& state) const {
  if (isToday(state) && stateTitle(conflict_, state) == "status quo")
    return "today";
  if (const auto other = nearestNamed(conflict_, state))
    return "an outcome like " +
           (isToday(*other) ? std::string("today") : "“" + stateTitle(conflict_, *other) + "”") +
           likeness(state, *other);
  return "“" + outcomeName(conflict_, state, Called::label) + "”";
}

std::string BriefWords::lead(const Pattern& state) const {
  std::string name = called(state);
  if (name.front() == 't' || name.front() == 'a')
    name.front() = static_cast<char>(name.front() - 'a' + 'A');
  return name;
}

std::string BriefWords::stateCalled() const {
  return view_.brief.isToday ? std::string("Today") : lead(view_.brief.state);
}

std::string BriefWords::inside(std::string label) {
  if (label.starts_with("The "))
    label.front() = 't';
  return label;
}

std::string BriefWords::listOf(const std::vector<std::string>& names) {
  const bool parted = std::ranges::any_of(names, [](const std::string& name) {
    return name.find(", ") != std::string::npos || name.find(" and ") != std::string::npos;
  });
  if (!parted || names.size() < 2)
    return enumerated(names);
  return joined({names.begin(), names.end() - 1}, "; ") + "; and " + names.back();
}

std::string BriefWords::parties(const std::vector<PartyId>& parties, bool begins) const {
  std::vector<std::string> names = partiesWords(conflict_, parties);
  for (std::size_t i = begins ? 1 : 0; i < names.size(); ++i)
    names[i] = inside(std::move(names[i]));
  return listOf(names);
}

std::string BriefWords::named(std::string_view concept_) const {
  return view_.concepts ? " (" + std::string(concept_) + ")" : "";
}

std::string BriefWords::holds(Standing standing, bool many) {
  const std::string verb = many ? "hold" : "holds";
  switch (standing) {
  case Standing::byItself: return verb + (many ? " by themselves" : " by itself");
  case Standing::byAnswers: return verb + " by answers";
  case Standing::byFear: return verb + " by fear only";
  case Standing::holdsNot: return many ? "do not hold" : "does not hold";
  case Standing::unknown: break;
  }
  return "may hold or not";
}

std::string BriefWords::wouldHold(Standing standing) const {
  switch (standing) {
  case Standing::byItself: return "hold by itself";
  case Standing::byAnswers: return "hold by answers";
  case Standing::byFear: return "hold by fear only";
  case Standing::holdsNot: return "not hold";
  case Standing::unknown: break;
  }
  return view_.brief.standing == Standing::holdsNot ? "hold by itself or by answers"
                                                    : "no longer hold this way";
}

std::string BriefWords::meaning(Standing standing) const {
  switch (standing) {
  case Standing::byItself: return "by itself" + named("Nash") + " if nobody would gain by acting alone";
  case Standing::byAnswers:
    return "by answers" + named("SEQ") +
           " if somebody would gain by acting alone, but others would gain by an answer that takes the gain "
           "away";
  case Standing::byFear:
    return "by fear only" + named("GMR") +
           " if somebody would gain by acting alone, and the answers that take the gain away would not pay "
           "all who give them";
  default: return {};
  }
}

std::string BriefWords::wish(const BriefReason& reason) const {
  if (reason.wish == nullptr)
    return {};
  const WishInWords wish = wishOf(conflict_, reason.wish->wanted, reason.party);
  return std::string(" (") + (reason.wish->mark == model::Mark::perhaps ? "perhaps " : "") +
         (wish.against ? "not wanting" : "wanting") +
         (reason.wish->because.empty() ? ", as is assumed, " : " ") + wish.what + ")";
}

std::string BriefWords::answer(const analysis::Sequence& answer) const {
  std::vector<std::string> parts;
  for (const Step& step : answer)
    parts.push_back(insideLabel(step.mover) + " would " + actWords(conflict_, step));
  return enumerated(parts);
}

std::string BriefWords::reason(const BriefReason& reason, const Pattern& state) const {
  if (!reason.canMove)
    return "can change nothing here";
  if (!reason.leavesFor)
    return "would gain nothing by acting alone" + named("Nash");
  const std::string act = actWords(conflict_, {reason.party, state, *reason.leavesFor});
  if (reason.standing == Standing::holdsNot)
    return "would " + act + wish(reason) + ", and no answer takes that gain away";
  const std::string answered =
      reason.answer ? answer(*reason.answer) : std::string("the others would answer");
  const bool oneActs = reason.answer && std::ranges::all_of(*reason.answer, [&](const Step& step) {
                         return step.mover == reason.answer->front().mover;
                       });
  const std::string gain = "could " + act + " and be better off" + wish(reason);
  if (reason.standing == Standing::byAnswers)
    return gain + ", but then " + answered + ", which pays " +
           (oneActs ? insideLabel(reason.answer->front().mover) : std::string("them")) +
           " and takes the gain away" + named("SEQ");
  return gain + "; what may hold it back is that " + answered + ", though " +
         (oneActs ? "that would bring " + insideLabel(reason.answer->front().mover) + " no gain"
                  : std::string("not everybody who did that would gain by it")) +
         named("GMR");
}

/// What the party does there and not today, or the other way round; empty if nothing.
std::string BriefWords::actSinceToday(PartyId id, const Pattern& state) const {
  const auto& party = conflict_.party(id);
  Pattern there = *conflict_.statusQuo;
  for (std::size_t o = party.firstOption; o < party.firstOption + party.optionCount; ++o)
    there.set(model::OptionId(o), state[model::OptionId(o)]);
  return there == *conflict_.statusQuo ? "" : actWords(conflict_, {id, *conflict_.statusQuo, there});
}

std::string BriefWords::doneThere(const Pattern& state) const {
  const std::string all = "There: " + inWords(conflict_, state) + ".";
  if (!conflict_.statusQuo || !state.isState() || isToday(state))
    return all;
  std::vector<std::string> changes;
  for (const auto& [group, act] :
       toldTogether(conflict_, [&](PartyId id) { return actSinceToday(id, state); }))
    if (!act.empty())
      changes.push_back(parties(group, false) + " would " + act);
  const std::string words = "Unlike today, " + joined(changes, "; ") + ".";
  return words.size() < all.size() + all.size() / 2 + 20 ? words : all;
}

} // namespace stasis::report
