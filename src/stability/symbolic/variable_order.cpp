#include "stability/symbolic/variable_order.h"

#include "stability/symbolic/force_order.h"
#include "stability/symbolic/rank_bits.h"

#include <algorithm>
#include <bit>

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
// Thresholds of several parties at once are so many that a statement may mention more options than a tie has
// before its bit stands on top.
constexpr std::size_t mostOptionsTogether = 8;

std::vector<model::OptionId> orderOfOptions(const model::Conflict& conflict, const Ties& ties) {
  auto together = byParty(conflict);
  const auto all = ties.all();
  const std::size_t open = mostOpen(together, all);
  if (open <= fewOpen)
    return together;
  auto tied = forceOrder(together, all);
  return 2 * mostOpen(tied, all) <= open ? tied : together;
}

using Places = std::vector<std::optional<std::size_t>>;

/// Where the bits of a rank stand: those of few options after the last of them, if asked to.
Places placesOf(const std::vector<std::optional<Tie>>& bits, bool amongOptions,
                const std::vector<std::size_t>& placeOf) {
  Places places;
  for (const auto& tie : bits) {
    std::optional<std::size_t> place;
    if (amongOptions && tie)
      for (const model::OptionId option : *tie)
        place = std::max(place.value_or(0), placeOf[option.index()]);
    places.push_back(place);
  }
  return places;
}

/// By party: whether its rank is a threshold together with those of others; and the most bits of such
/// thresholds.
struct Together {
  std::vector<bool> parties;
  std::size_t bits = 0;
};

Together together(const model::Conflict& conflict) {
  Together found{std::vector<bool>(conflict.parties.size()), 0};
  for (std::size_t i = 0; i < conflict.parties.size(); ++i) {
    if (conflict.parties[i].attitudes.empty())
      continue; // it minds itself alone
    std::vector<std::size_t> minded;
    std::size_t bits = 0;
    for (std::size_t j = 0; j < conflict.parties.size(); ++j)
      if (conflict.attitude(model::PartyId(i), model::PartyId(j)) != model::Attitude::neutral) {
        minded.push_back(j);
        bits += rankBitsOf(conflict.parties[j].preference);
      }
    if (minded.size() < 2)
      continue;
    found.bits = std::max(found.bits, bits);
    for (const std::size_t j : minded)
      found.parties[j] = true;
  }
  return found;
}

} // namespace

VariableOrder orderOfVariables(const model::Conflict& conflict) {
  const Ties ties(conflict);
  VariableOrder order{orderOfOptions(conflict, ties), {}};
  for (const auto& party : conflict.parties)
    order.pairBits =
        std::max(order.pairBits, static_cast<std::size_t>(std::bit_width(2 * party.unsure.size())));
  std::vector<std::size_t> placeOf(order.options.size());
  for (std::size_t k = 0; k < order.options.size(); ++k)
    placeOf[order.options[k].index()] = k;
  const Together joined = together(conflict);
  const Ties wider(conflict, mostOptionsTogether);
  for (std::size_t i = 0; i < conflict.parties.size(); ++i) {
    const auto bits = ties.ofRankBits(conflict.parties[i].preference);
    order.bits.push_back(placesOf(bits, bits.size() > fewBits, placeOf));
    order.apart.push_back(joined.parties[i] ? placesOf(wider.ofRankBits(conflict.parties[i].preference),
                                                       joined.bits > fewBits, placeOf)
                                            : Places());
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
