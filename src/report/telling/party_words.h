#pragma once

// Several parties in words, members of a family in the fewest: each by name if they are few, `all Guarantors
// but France` if that is shorter, else how many of how many.

#include "model/conflict.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace stasis::report {

enum class Called : std::uint8_t { name, label };

/// The party's name, or its label where it has one.
const std::string& calledBy(const model::Conflict& conflict, model::PartyId party, Called called);

/// A label inside a sentence: `the tenants`, for `The tenants`.
std::string insideSentence(std::string label);
/// With a capital, as a sentence begins: `The tenants`.
std::string atBeginning(std::string words);

/// Some members of one family, at least one: `France`, `all 26 Guarantors`, `all Guarantors but France`, `12
/// of 26 Guarantors`.
std::string membersWords(const model::Conflict& conflict, const model::Family& family,
                         const std::vector<model::PartyId>& members, Called called = Called::label);

/// The parties in the order of the conflict, those of a family together.
std::vector<std::string> partiesWords(const model::Conflict& conflict,
                                      const std::vector<model::PartyId>& parties,
                                      Called called = Called::label);
/// The same inside a sentence, enumerated: `France, Britain and the hosts`.
std::string partiesInside(const model::Conflict& conflict, const std::vector<model::PartyId>& parties);

/// Whose wish stands on this line of the file: the party's label, or `each of the guarantors` if the members
/// of its family share the line. O(statements of the family).
std::string wisherWords(const model::Conflict& conflict, model::PartyId party, model::Range line);

/// Groups of parties that share a text: each party on its own, but members of a family with equal
/// `keyOf(party)` together. In the order of the conflict; a group stands where its first member does.
template <class KeyOf> auto toldTogether(const model::Conflict& conflict, KeyOf keyOf) {
  using Key = decltype(keyOf(model::PartyId{}));
  std::vector<std::pair<std::vector<model::PartyId>, Key>> groups;
  for (std::size_t i = 0; i < conflict.parties.size(); ++i) {
    const auto family = conflict.parties[i].family;
    Key key = keyOf(model::PartyId(i));
    const auto alike = std::ranges::find_if(groups, [&](const auto& group) {
      return family && conflict.party(group.first.front()).family == family && group.second == key;
    });
    if (alike != groups.end())
      alike->first.push_back(model::PartyId(i));
    else
      groups.push_back({{model::PartyId(i)}, std::move(key)});
  }
  return groups;
}

} // namespace stasis::report
