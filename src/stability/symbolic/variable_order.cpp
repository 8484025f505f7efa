#include "stability/symbolic/variable_order.h"

#include "stability/symbolic/force_order.h"

#include <algorithm>

namespace stasis::stability {

namespace {

// Single parties first, then families, the largest last. What depends on how many members of a large family
// do something is then a chain of counts below a few cases, not a case for each count.
std::vector<model::OptionId> byParty(const model::Conflict& conflict) {
  std::vector<const model::Party*> parties;
  for (const auto& party : conflict.parties)
    parties.push_back(&party);
  std::ranges::stable_sort(parties, {}, [&](const model::Party* party) {
    return party->family ? conflict.families[party->family->index()].members.size() : 1;
  });
  std::vector<model::OptionId> order, nobodys; // what no party can change comes last
  std::vector<bool> placed(conflict.options.size());
  for (const model::Party* party : parties)
    for (std::size_t o = party->firstOption; o < party->firstOption + party->optionCount; ++o) {
      order.emplace_back(o);
      placed[o] = true;
    }
  for (std::size_t o = 0; o < placed.size(); ++o)
    if (!placed[o])
      nobodys.emplace_back(o);
  order.insert(order.end(), nobodys.begin(), nobodys.end());
  return order;
}

// With parties side by side, this many options may be open: at most a hundred cases.
constexpr std::size_t fewOpen = 6;
// With more bits than this, a party's thresholds are too many to look at value by value.
constexpr std::size_t fewBits = 8;

std::vector<model::OptionId> orderOfOptions(const model::Conflict& conflict, const Ties& ties) {
  auto together = byParty(conflict);
  const auto all = ties.all();
  const std::size_t open = mostOpen(together, all);
  if (open <= fewOpen)
    return together;
  auto tied = forceOrder(together, all);
  return 2 * mostOpen(tied, all) <= open ? tied : together;
}

} // namespace

VariableOrder orderOfVariables(const model::Conflict& conflict) {
  const Ties ties(conflict);
  VariableOrder order{orderOfOptions(conflict, ties), {}};
  std::vector<std::size_t> placeOf(order.options.size());
  for (std::size_t k = 0; k < order.options.size(); ++k)
    placeOf[order.options[k].index()] = k;
  for (const auto& party : conflict.parties) {
    auto& bits = order.bits.emplace_back();
    const auto ofBits = ties.ofRankBits(party.preference);
    for (const auto& tie : ofBits) {
      std::optional<std::size_t> place;
      if (ofBits.size() > fewBits && tie)
        for (const model::OptionId option : *tie)
          place = std::max(place.value_or(0), placeOf[option.index()]);
      bits.push_back(place);
    }
  }
  return order;
}

bool speaksNarrowly(const model::Conflict& conflict) {
  const Ties ties(conflict);
  const bool constraintsAre = std::ranges::all_of(
      conflict.constraints, [&](const auto& constraint) { return ties.of(constraint.holds).has_value(); });
  const auto isNarrow = [&](const model::Party& party) {
    if (std::holds_alternative<std::monostate>(party.preference))
      return true;
    const auto bits = ties.ofRankBits(party.preference);
    return std::holds_alternative<model::Prioritised>(party.preference) &&
           std::ranges::all_of(bits, [](const auto& tie) { return tie.has_value(); });
  };
  return conflict.listed.empty() && constraintsAre && std::ranges::all_of(conflict.parties, isNarrow) &&
         mostOpen(orderOfOptions(conflict, ties), ties.all()) <= fewOpen;
}

} // namespace stasis::stability
