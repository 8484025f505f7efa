#include "stability/symbolic/rank_bits.h"

#include <bit>
#include <cstdlib>
#include <numeric>

namespace stasis::stability {

namespace {

std::size_t widthOf(std::uint64_t largest) { return static_cast<std::size_t>(std::bit_width(largest)); }

/// The common divisor of all units.
std::uint64_t unitOf(const model::Weights& weights) {
  std::uint64_t unit = 0;
  for (const auto& weight : weights.weights)
    unit = std::gcd(unit, static_cast<std::uint64_t>(std::abs(weight.units)));
  return unit == 0 ? 1 : unit;
}

std::uint64_t largestSum(const model::Weights& weights) {
  std::uint64_t sum = 0;
  for (const auto& weight : weights.weights)
    sum += static_cast<std::uint64_t>(std::abs(weight.units)) / unitOf(weights);
  return sum;
}

struct Bits {
  Conditions& conditions;
  const StateOf& stateOf;
  std::vector<Diagram> made;

  void add(const std::vector<model::Statement>& tier) {
    std::vector<Diagram> wanted;
    for (const auto& statement : tier)
      wanted.push_back(conditions.where(statement.wanted));
    const auto held = Conditions::heldAtLeast(wanted, wanted.size());
    for (std::size_t bit = widthOf(tier.size()); bit-- > 0;) {
      Diagram set;
      for (std::size_t k = 1; k < held.size(); ++k)
        if ((k >> bit & 1) != 0)
          set |= k + 1 < held.size() ? held[k] - held[k + 1] : held[k];
      made.push_back(std::move(set));
    }
  }

  void add(const model::Ranking& ranking) {
    const std::size_t classes = ranking.classes.size();
    std::vector<Diagram> bits(widthOf(classes == 0 ? 0 : classes - 1));
    for (std::size_t k = 0; k < classes; ++k) {
      Diagram members;
      for (const auto& reference : ranking.classes[k])
        if (const auto state = stateOf(reference))
          members |= conditions.matching(*state);
      for (std::size_t bit = 0; bit < bits.size(); ++bit)
        if (((classes - 1 - k) >> bit & 1) != 0)
          bits[bit] |= members;
    }
    made.insert(made.end(), bits.rbegin(), bits.rend());
  }
};

} // namespace

std::size_t rankBitsOf(const model::Preference& preference) {
  std::size_t bits = 0;
  if (const auto* tiers = std::get_if<model::Prioritised>(&preference))
    for (const auto& tier : tiers->tiers)
      bits += widthOf(tier.size());
  else if (const auto* weights = std::get_if<model::Weights>(&preference))
    bits = widthOf(largestSum(*weights));
  else if (const auto* ranking = std::get_if<model::Ranking>(&preference))
    bits = widthOf(ranking->classes.empty() ? 0 : ranking->classes.size() - 1);
  return bits;
}

std::vector<Term> rankTerms(const model::Preference& preference, Conditions& conditions) {
  std::vector<Term> terms;
  const auto* weights = std::get_if<model::Weights>(&preference);
  if (weights == nullptr)
    return terms;
  const std::uint64_t unit = unitOf(*weights);
  for (const auto& weight : weights->weights) {
    const Diagram held = conditions.where(weight.wanted);
    terms.push_back(
        {static_cast<std::uint64_t>(std::abs(weight.units)) / unit, weight.units < 0 ? !held : held});
  }
  return terms;
}

std::vector<Diagram> rankBits(const model::Preference& preference, Conditions& conditions,
                              const StateOf& stateOf) {
  Bits bits{conditions, stateOf, {}};
  if (const auto* tiers = std::get_if<model::Prioritised>(&preference))
    for (const auto& tier : tiers->tiers)
      bits.add(tier);
  else if (std::holds_alternative<model::Weights>(preference)) {
    const auto sum = sumBits(rankTerms(preference, conditions), rankBitsOf(preference));
    bits.made.assign(sum.rbegin(), sum.rend());
  } else if (const auto* ranking = std::get_if<model::Ranking>(&preference))
    bits.add(*ranking);
  return std::move(bits.made);
}

} // namespace stasis::stability
