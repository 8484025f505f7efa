#include "stability/symbolic/variable_order.h"

#include "stability/symbolic/rank_bits.h"

#include <algorithm>

namespace stasis::stability {

namespace {

// Who stands alone first, then families, the largest last: what depends on how many of a large family do
// something is then a chain of counts below few cases, and not a case for each count.
std::vector<model::OptionId> byParty(const model::Conflict& conflict) {
  std::vector<const model::Party*> parties;
  for (const auto& party : conflict.parties)
    parties.push_back(&party);
  std::ranges::stable_sort(parties, {}, [&](const model::Party* party) {
    return party->family ? conflict.families[party->family->index()].members.size() : 1;
  });
  std::vector<model::OptionId> order, nobodys; // options that no party changes are cases as well
  std::vector<bool> placed(conflict.options.size());
  for (const model::Party* party : parties)
    for (std::size_t o = party->firstOption; o < party->firstOption + party->optionCount; ++o) {
      order.emplace_back(o);
      placed[o] = true;
    }
  for (std::size_t o = 0; o < placed.size(); ++o)
    if (!placed[o])
      nobodys.emplace_back(o);
  order.insert(order.begin(), nobodys.begin(), nobodys.end());
  return order;
}

} // namespace

VariableOrder orderOfVariables(const model::Conflict& conflict) {
  VariableOrder order{byParty(conflict), {}};
  for (const auto& party : conflict.parties)
    order.bits.emplace_back(rankBitsOf(party.preference));
  return order;
}

} // namespace stasis::stability
