#include "analysis/views/hypergame_engine.h"

#include <string>

namespace stasis::analysis {

bool HypergameEngine::serves(model::ConceptFamily family) const {
  if (!whole_.serves(family))
    return false;
  for (std::size_t k = 0; k < game_.views().size(); ++k)
    if (!game_.engine(k).serves(family))
      return false;
  return true;
}

stability::StateSet HypergameEngine::stableForEach(const std::vector<stability::Judged>& judged) {
  if (const auto held = game_.stableForEach(judged))
    return *held;
  throw stability::LimitReached(stability::Limit::states,
                                "more than " + std::to_string(Hypergame::mostCompared) +
                                    " states are stable in every picture, too many to compare");
}

} // namespace stasis::analysis
