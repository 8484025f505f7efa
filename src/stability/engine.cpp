#include "stability/engine.h"

namespace stasis::stability {

StateSet Engine::equilibria(model::Concept concept_) {
  StateSet set = feasible();
  for (std::size_t i = 0; i < conflict().parties.size(); ++i)
    set = both(set, stable(concept_, model::PartyId(i)));
  return set;
}

} // namespace stasis::stability
