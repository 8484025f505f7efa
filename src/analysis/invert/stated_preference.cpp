#include "analysis/invert/stated_preference.h"

#include <algorithm>
#include <bit>

namespace stasis::analysis {

using model::PartyId;
using model::Pattern;

StatedPreference::StatedPreference(const Rules& rules, PartyId party, const std::vector<Pattern>& states)
    : preference_(rules.conflict().party(party).preference), size_(states.size()) {
  if (!std::holds_alternative<model::Ranking>(preference_)) {
    held_ = rules.statementsHeld(party, states);
  } else {
    for (const Worth& worth : rules.worths(party, states))
      classes_.push_back(static_cast<std::size_t>(-worth.front()));
  }
}

std::size_t StatedPreference::heldIn(const Tier& tier, std::size_t place) const {
  return static_cast<std::size_t>(
      std::ranges::count_if(tier, [&](const auto& item) { return isHeld(item, place); }));
}

PlaceSet StatedPreference::noBetter(const Arrangement& arrangement, std::size_t s) const {
  if (std::holds_alternative<model::Prioritised>(preference_))
    return compared(arrangement, s);
  const auto worth = worths(arrangement);
  PlaceSet set(size_);
  for (std::size_t q = 0; q < size_; ++q)
    if (worth[q] <= worth[s])
      set.set(q);
  return set;
}

// Statement by statement: `level` holds the states that equal s so far.
PlaceSet StatedPreference::compared(const Arrangement& arrangement, std::size_t s) const {
  PlaceSet worse(size_);
  PlaceSet level(size_);
  auto& below = worse.words();
  auto& same = level.words();
  std::ranges::fill(same, ~std::uint64_t{0});
  for (const Tier& tier : arrangement.tiers) {
    if (tier.size() == 1) {
      const auto& column = held_[tier.front().written];
      const bool here = (column[s / 64] >> s % 64 & 1U) != 0;
      const bool wanted = here != tier.front().negated;
      for (std::size_t w = 0; w < same.size(); ++w) {
        const std::uint64_t alike = here ? column[w] : ~column[w];
        below[w] |= wanted ? same[w] & ~alike : 0;
        same[w] &= alike;
      }
      continue;
    }
    const std::size_t here = heldIn(tier, s);
    for (std::size_t q = 0; q < size_; ++q) {
      if (!level.test(q))
        continue;
      const std::size_t there = heldIn(tier, q);
      if (there != here)
        level.reset(q);
      if (there < here)
        worse.set(q);
    }
  }
  for (std::size_t w = 0; w < same.size(); ++w)
    below[w] |= same[w];
  return worse;
}

std::vector<std::uint64_t> StatedPreference::worths(const Arrangement& arrangement) const {
  if (std::holds_alternative<model::Prioritised>(preference_))
    return byTiers(arrangement);
  std::vector<std::uint64_t> worths(size_, 0);
  if (std::holds_alternative<model::Ranking>(preference_)) {
    std::vector<std::uint64_t> worthOf(arrangement.tiers.size());
    for (std::size_t k = 0; k < worthOf.size(); ++k)
      worthOf[arrangement.tiers[k].front().written] = worthOf.size() - k;
    for (std::size_t q = 0; q < size_; ++q)
      worths[q] = worthOf[classes_[q]];
  } else if (std::holds_alternative<model::Weights>(preference_)) {
    for (std::size_t q = 0; q < size_; ++q)
      worths[q] = weighed(arrangement, q);
  }
  return worths;
}

std::uint64_t StatedPreference::weighed(const Arrangement& arrangement, std::size_t place) const {
  const auto& weights = std::get<model::Weights>(preference_).weights;
  std::int64_t sum = 0;
  for (const Tier& tier : arrangement.tiers)
    for (const auto& item : tier)
      if ((held_[item.written][place / 64] >> place % 64 & 1U) != 0)
        sum += item.negated ? -weights[item.written].units : weights[item.written].units;
  return static_cast<std::uint64_t>(sum) ^ std::uint64_t{1} << 63U; // keeps the order of the sums
}

// A tier of n statements takes at most n bits.
bool StatedPreference::oneByOne() const {
  return !std::holds_alternative<model::Ranking>(preference_) &&
         (std::holds_alternative<model::Weights>(preference_) || held_.size() <= 64);
}

std::uint64_t StatedPreference::worth(const Arrangement& arrangement, std::size_t place) const {
  if (std::holds_alternative<model::Weights>(preference_))
    return weighed(arrangement, place);
  std::uint64_t worth = 0;
  for (const Tier& tier : arrangement.tiers)
    worth = worth << static_cast<int>(std::bit_width(tier.size())) | heldIn(tier, place);
  return worth;
}

namespace {

/// Numbers in the same order, as small as possible.
std::uint64_t densify(std::vector<std::uint64_t>& numbers) {
  std::vector<std::uint64_t> distinct = numbers;
  std::ranges::sort(distinct);
  const auto rest = std::ranges::unique(distinct);
  distinct.erase(rest.begin(), rest.end());
  for (std::uint64_t& number : numbers)
    number = static_cast<std::uint64_t>(std::ranges::lower_bound(distinct, number) - distinct.begin());
  return distinct.empty() ? 0 : distinct.size() - 1;
}

} // namespace

std::vector<std::uint64_t> StatedPreference::byTiers(const Arrangement& arrangement) const {
  std::vector<std::uint64_t> worths(size_, 0);
  int bits = 0;
  for (const Tier& tier : arrangement.tiers) {
    const auto wide = static_cast<int>(std::bit_width(tier.size()));
    if (bits + wide > 64)
      bits = static_cast<int>(std::bit_width(densify(worths)));
    bits += wide;
    for (std::size_t q = 0; q < size_; ++q)
      worths[q] =
          worths[q] << wide | (tier.size() == 1 ? std::size_t{isHeld(tier.front(), q)} : heldIn(tier, q));
  }
  return worths;
}

} // namespace stasis::analysis
