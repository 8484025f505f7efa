#include "report/brief/brief_words.h"

#include "report/explain/deterrence_words.h"
#include "report/robust/ways.h"
#include "report/telling/outcome_name.h"
#include "report/telling/party_words.h"
#include "report/telling/path_words.h"
#include "report/telling/state_words.h"

#include <algorithm>
#include <array>
#include <utility>

namespace stasis::report {

using analysis::Standing;
using model::PartyId;
using model::Pattern;

std::string BriefWords::number(std::size_t number) {
  constexpr std::array words{"none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"};
  return number < words.size() ? words[number] : std::to_string(number);
}

std::string BriefWords::sentence(std::string words) { return atBeginning(std::move(words)) + "."; }

bool BriefWords::isToday(const Pattern& state) const {
  return conflict_.statusQuo && state.covers(*conflict_.statusQuo);
}

bool BriefWords::hasTitle(const Pattern& state) const {
  const std::string title = stateTitle(conflict_, state);
  return !title.empty() &&
         (title == "status quo" || nameByDifference(conflict_, state, Called::label) == title);
}

std::string BriefWords::called(const Pattern& state) const {
  if (isToday(state))
    return "today";
  if (hasTitle(state))
    return "“" + outcomeName(conflict_, state, Called::label) + "”";
  return state == view_.brief.state ? "the outcome asked about" : "this outcome";
}

std::string BriefWords::asked() const {
  return view_.brief.isToday ? std::string("today") : called(view_.brief.state);
}

std::string BriefWords::knownToHold(const Pattern& state) const {
  const analysis::Brief& brief = view_.brief;
  if (state == brief.state && brief.standing != Standing::unknown)
    return holds(brief.standing);
  for (const auto& outcome : brief.outcomes)
    if (outcome.state == state && outcome.standing != Standing::unknown)
      return holds(outcome.standing);
  const bool fallen =
      std::ranges::find(brief.fallen, state, &analysis::BriefFallen::state) != brief.fallen.end();
  return fallen ? holds(Standing::holdsNot) : std::string();
}

std::string BriefWords::insideLabel(PartyId party) const { return insideSentence(conflict_.labelOf(party)); }

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
    names[i] = insideSentence(std::move(names[i]));
  if (begins && !names.empty())
    names.front() = atBeginning(std::move(names.front()));
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
  case Standing::byFear: return verb + " by fear";
  case Standing::holdsNot: return many ? "do not hold" : "does not hold";
  case Standing::unknown: break;
  }
  return "may hold or not";
}

std::string BriefWords::wouldHold(Standing standing) const {
  if (standing != Standing::unknown)
    return wouldStand(standing);
  return view_.brief.standing == Standing::holdsNot ? "hold by itself or by answers"
                                                    : "no longer hold this way";
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
  std::string all = "There: " + inWords(conflict_, state) + ".";
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
