#include "report/telling/state_words.h"

#include "model/lettered.h"
#include "report/telling/party_words.h"

#include <algorithm>
#include <set>

namespace stasis::report {

using model::Choice;
using model::Conflict;
using model::OptionId;
using model::PartyId;
using model::Pattern;

namespace {

const model::ListedState* listedAs(const Conflict& conflict, const Pattern& state) {
  const auto found = std::ranges::find(conflict.listed, state, &model::ListedState::pattern);
  return found == conflict.listed.end() ? nullptr : &*found;
}

std::string optionWords(const Conflict& conflict, OptionId id, Choice choice) {
  return choice == Choice::either ? conflict.labelOf(id) + " or not" : conflict.labelOf(id);
}

std::string partyLine(const Conflict& conflict, PartyId id, const Pattern& state, Called called) {
  const auto& party = conflict.party(id);
  std::vector<std::string> acts;
  for (std::size_t i = party.firstOption; i < party.firstOption + party.optionCount; ++i)
    if (state[OptionId(i)] != Choice::no)
      acts.push_back(optionWords(conflict, OptionId(i), state[OptionId(i)]));
  return acts.empty() ? std::string() : calledBy(conflict, id, called) + ": " + joined(acts, ", ");
}

/// An option of a family, by its place among each member's own options, with the members who take it and
/// those who may.
struct FamilyAct {
  std::string words;
  std::vector<PartyId> members;
};

void familyAct(const Conflict& conflict, const model::Family& family, const Pattern& state,
               std::size_t option, Choice choice, std::vector<FamilyAct>& acts) {
  std::vector<PartyId> members;
  for (const PartyId member : family.members)
    if (state[OptionId(conflict.party(member).firstOption + option)] == choice)
      members.push_back(member);
  if (members.empty())
    return;
  const OptionId first(conflict.party(family.members.front()).firstOption + option);
  const auto same = std::ranges::find(acts, members, &FamilyAct::members);
  if (same != acts.end())
    same->words += ", " + optionWords(conflict, first, choice);
  else
    acts.push_back({optionWords(conflict, first, choice), std::move(members)});
}

// One line for each set of members that take an option together: at most as many lines as the family has
// options, whatever its size.
void familyLines(const Conflict& conflict, const model::Family& family, const Pattern& state, Called called,
                 std::vector<std::string>& lines) {
  std::vector<FamilyAct> acts;
  for (const Choice choice : {Choice::yes, Choice::either})
    for (std::size_t k = 0; k < conflict.party(family.members.front()).optionCount; ++k)
      familyAct(conflict, family, state, k, choice, acts);
  for (const FamilyAct& act : acts)
    lines.push_back(membersWords(conflict, family, act.members, called) + ": " + act.words);
}

bool holdsThroughout(const model::Expression& expression, const Conflict& conflict, const Pattern& state) {
  std::vector<Pattern> members{state};
  for (std::size_t i = 0; i < state.size(); ++i) {
    if (state[OptionId(i)] != Choice::either)
      continue;
    const std::size_t count = members.size();
    for (std::size_t m = 0; m < count; ++m) {
      members.push_back(members[m]);
      members[m].set(OptionId(i), Choice::no);
      members.back().set(OptionId(i), Choice::yes);
    }
  }
  return std::ranges::all_of(members, [&](const Pattern& s) { return holds(expression, conflict, s); });
}

} // namespace

std::string stateName(const Conflict& conflict, const Pattern& state) {
  if (const auto* listed = listedAs(conflict, state))
    return listed->name;
  if (const auto* named = model::namedAs(conflict, state))
    return named->name;
  return {};
}

std::string stateTitle(const Conflict& conflict, const Pattern& state) {
  if (const auto* named = model::namedAs(conflict, state))
    return named->label.empty() ? named->name : named->label;
  if (const auto* listed = listedAs(conflict, state); listed != nullptr && !listed->label.empty())
    return listed->label;
  if (conflict.statusQuo && state.covers(*conflict.statusQuo))
    return "status quo";
  if (const auto* listed = listedAs(conflict, state))
    return listed->name;
  return {};
}

std::vector<std::string> whatIsDone(const Conflict& conflict, const Pattern& state, Called called) {
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < conflict.parties.size(); ++i) {
    const auto family = conflict.parties[i].family;
    if (!family) {
      if (std::string line = partyLine(conflict, PartyId(i), state, called); !line.empty())
        lines.push_back(std::move(line));
    } else if (conflict.families[family->index()].members.front() == PartyId(i)) {
      familyLines(conflict, conflict.families[family->index()], state, called, lines);
    }
  }
  return lines;
}

std::vector<std::string> whatHolds(const Conflict& conflict, const Pattern& state) {
  std::vector<std::string> names;
  for (const auto& define : conflict.defines)
    if (holdsThroughout(define.meaning, conflict, state))
      names.push_back(define.label.empty() ? define.name : define.label);
  return names;
}

std::string mixtureWords(const Conflict& conflict, const std::vector<model::Concept>& byParty) {
  std::vector<std::pair<model::Concept, std::vector<PartyId>>> groups;
  for (const model::Concept id : std::set(byParty.begin(), byParty.end())) {
    std::vector<PartyId> parties;
    for (std::size_t i = 0; i < byParty.size(); ++i)
      if (byParty[i] == id)
        parties.emplace_back(i);
    groups.emplace_back(id, std::move(parties));
  }
  std::ranges::stable_sort(groups, {}, [](const auto& group) { return group.second.size(); });
  std::vector<std::string> parts;
  for (const auto& group : groups) {
    const bool rest = &group == &groups.back() && group.second.size() > 2;
    parts.push_back(std::string(row(group.first).name) + " for " +
                    (!rest                ? joined(partiesWords(conflict, group.second, Called::name), ", ")
                     : groups.size() == 1 ? "everyone"
                                          : "everyone else"));
  }
  return joined(parts, "; ");
}

std::string inWords(const Conflict& conflict, const Pattern& state, Called called) {
  const auto lines = whatIsDone(conflict, state, called);
  return lines.empty() ? "nothing is done" : joined(lines, "; ");
}

} // namespace stasis::report
