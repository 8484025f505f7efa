#include "stability/symbolic/comparisons.h"

#include "stability/symbolic/rank_bits.h"
#include "stability/symbolic/thresholds.h"

#include <stdexcept>

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

Maybe comparedInDoubt(const model::Prioritised& said, const Bits& t, const Bits& v) {
  Diagram better, worse;
  Diagram equal = Diagram::constant(true);
  std::size_t end = t.size();
  for (std::size_t k = said.tiers.size(); k-- > 0;) {
    const std::size_t begin = end - rankBitsOf(model::Prioritised{{said.tiers[k]}, {}});
    const auto part = [&](const Bits& bits) {
      return Bits(bits.begin() + static_cast<std::ptrdiff_t>(begin),
                  bits.begin() + static_cast<std::ptrdiff_t>(end));
    };
    const Diagram more = greater(part(t), part(v));
    const Diagram fewer = greater(part(v), part(t));
    const bool inDoubt = model::markOf(said.tiers[k]) == model::Mark::perhaps;
    better = more | (inDoubt ? better : better - fewer);
    worse = fewer | (inDoubt ? worse : worse - more);
    if (!inDoubt)
      equal -= more | fewer;
    end = begin;
  }
  return {better - equal - worse, better | (equal & worse)};
}

Diagram meets(model::Relation relation, const Maybe& prefers) {
  using enum model::Relation;
  switch (relation) {
  case surelyBetter: return prefers.surely;
  case perhapsBetter: return prefers.perhaps;
  case surelyNotBetter: return !prefers.perhaps;
  case perhapsNotBetter: return !prefers.surely;
  default: throw std::logic_error("this relation does not ask what is known");
  }
}

} // namespace stasis::stability
