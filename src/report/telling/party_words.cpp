#include "report/telling/party_words.h"

#include "report/telling/path_words.h"
#include "report/telling/state_words.h"

#include <string_view>
#include <utility>

namespace stasis::report {

using model::Conflict;
using model::Family;
using model::PartyId;

namespace {

constexpr std::size_t fewNamed = 3;

std::string namesOf(const Conflict& conflict, const std::vector<PartyId>& parties, Called called) {
  std::vector<std::string> names;
  for (const PartyId id : parties)
    names.push_back(calledBy(conflict, id, called));
  return joined(names, ", ");
}

/// In a sentence of labels `A, B and C`; in tables, and where names stand, `A, B, C`.
std::string allBut(const Conflict& conflict, const std::vector<PartyId>& others, Called called) {
  if (called == Called::name)
    return namesOf(conflict, others, called);
  std::vector<std::string> names;
  for (const PartyId id : others)
    names.push_back(calledBy(conflict, id, called));
  return enumerated(names);
}

std::vector<PartyId> othersOf(const Family& family, const std::vector<PartyId>& members) {
  std::vector<PartyId> others;
  std::ranges::set_difference(family.members, members, std::back_inserter(others));
  return others;
}

} // namespace

const std::string& calledBy(const Conflict& conflict, PartyId party, Called called) {
  return called == Called::label ? conflict.labelOf(party) : conflict.party(party).name;
}

std::string insideSentence(std::string label) {
  for (const std::string_view article : {"The ", "A ", "An "})
    if (label.starts_with(article))
      label[0] = static_cast<char>(label[0] - 'A' + 'a');
  return label;
}

std::string atBeginning(std::string words) {
  if (!words.empty() && words[0] >= 'a' && words[0] <= 'z')
    words[0] = static_cast<char>(words[0] - 'a' + 'A');
  return words;
}

std::string membersWords(const Conflict& conflict, const Family& family, const std::vector<PartyId>& members,
                         Called called) {
  const std::string name = called == Called::name || family.label.empty() ? family.name : family.label;
  const auto others = othersOf(family, members);
  if (others.empty() && members.size() > 1)
    return "all " + std::to_string(members.size()) + " " + name;
  std::vector<std::string> ways;
  if (members.size() <= fewNamed)
    ways.push_back(namesOf(conflict, members, called));
  if (others.size() <= fewNamed && members.size() > 1)
    ways.push_back("all " + name + " but " + allBut(conflict, others, called));
  if (ways.empty())
    return std::to_string(members.size()) + " of " + std::to_string(family.members.size()) + " " + name;
  return *std::ranges::min_element(ways, {}, &std::string::size);
}

std::vector<std::string> partiesWords(const Conflict& conflict, const std::vector<PartyId>& parties,
                                      Called called) {
  std::vector<std::string> words;
  for (const auto& [group, spoken] :
       toldTogether(conflict, [&](PartyId id) { return std::ranges::count(parties, id) > 0; })) {
    if (!spoken)
      continue;
    const auto family = conflict.party(group.front()).family;
    words.push_back(family ? membersWords(conflict, conflict.families[family->index()], group, called)
                           : namesOf(conflict, group, called));
  }
  return words;
}

std::string partiesInside(const Conflict& conflict, const std::vector<PartyId>& parties) {
  std::vector<std::string> names = partiesWords(conflict, parties);
  for (std::string& name : names)
    name = insideSentence(std::move(name));
  return enumerated(names);
}

namespace {

bool wishesOn(const model::Party& party, model::Range line) {
  if (const auto* said = std::get_if<model::Prioritised>(&party.preference))
    return std::ranges::any_of(said->tiers, [&](const auto& tier) {
      return std::ranges::any_of(tier, [&](const auto& one) { return one.range == line; });
    });
  const auto* weighed = std::get_if<model::Weights>(&party.preference);
  return weighed != nullptr &&
         std::ranges::any_of(weighed->weights, [&](const auto& one) { return one.range == line; });
}

} // namespace

std::string wisherWords(const Conflict& conflict, PartyId party, model::Range line) {
  const auto family = conflict.party(party).family;
  if (!family)
    return conflict.labelOf(party);
  const model::Family& all = conflict.families[family->index()];
  const bool shared = std::ranges::any_of(
      all.members, [&](PartyId other) { return other != party && wishesOn(conflict.party(other), line); });
  const std::string label = all.label.empty() ? all.name : all.label;
  return !shared ? conflict.labelOf(party)
                 : "each of " + (label.starts_with("The ") ? insideSentence(label) : "the " + label);
}

} // namespace stasis::report
