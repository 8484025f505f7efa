#include "stability/symbolic/comparisons.h"

#include "stability/symbolic/rank_bits.h"
#include "stability/symbolic/thresholds.h"

namespace stasis::stability {

namespace {

using Bits = std::vector<Diagram>;

Bits numeral(std::size_t number, std::size_t width) {
  Bits bits;
  for (std::size_t bit = width; bit-- > 0;)
    bits.push_back(Diagram::constant((number >> bit & 1) != 0));
  return bits;
}

std::size_t strongBits(const model::Prioritised& said) {
  model::Prioritised strong;
  for (const auto& tier : said.tiers)
    if (model::markOf(tier) == model::Mark::strongly)
      strong.tiers.push_back(tier);
  return rankBitsOf(strong);
}

} // namespace

Diagram muchWorse(const model::Preference& preference, const Bits& t, const Bits& v) {
  if (const auto* said = std::get_if<model::Prioritised>(&preference)) {
    const auto strong = static_cast<std::ptrdiff_t>(strongBits(*said));
    return greater(Bits(v.begin(), v.begin() + strong), Bits(t.begin(), t.begin() + strong));
  }
  Diagram worse;
  if (const auto* ranking = std::get_if<model::Ranking>(&preference))
    for (const std::size_t k : ranking->strongAfter) {
      const Bits below = numeral(ranking->classes.size() - 2 - k, t.size()); // the first class after the step
      worse |= greater(v, below) - greater(t, below);
    }
  return worse;
}

} // namespace stasis::stability
