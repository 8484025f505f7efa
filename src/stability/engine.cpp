#include "stability/engine.h"

#include <stdexcept>

namespace stasis::stability {

StateSet Engine::canMoveInto(StateSet, model::PartyId, model::Relation) {
  throw std::logic_error("the engine has no moves back from a set");
}

StateSet Engine::reachedFrom(StateSet, model::PartyId, model::Relation) {
  throw std::logic_error("the engine has no moves on from a set");
}

StateSet Engine::notPreferredTo(model::PartyId, const model::Pattern&) {
  throw std::logic_error("the engine does not compare a state with all others");
}

StateSet Engine::worseThan(model::PartyId, const model::Pattern&) {
  throw std::logic_error("the engine does not compare a state with all others");
}

StateSet Engine::heldTo(model::PartyId party, const model::Pattern& state) {
  const StateSet noBetter = notPreferredTo(party, state);
  const StateSet better = without(feasible(), noBetter);
  return without(noBetter, canMoveInto(better, party, model::Relation::always));
}

std::vector<Engine::Alike> Engine::listAlike(StateSet set, std::size_t limit) {
  std::vector<Alike> told;
  for (model::Pattern& state : list(set, limit))
    told.push_back({std::move(state), 1});
  return told;
}

StateSet Engine::stableForEach(const std::vector<Judged>& judged) {
  StateSet set = feasible();
  for (const Judged& one : judged)
    set = both(set, stable(one.concept_, one.party));
  return set;
}

StateSet Engine::equilibria(model::Concept concept_) {
  std::vector<Judged> everyone;
  for (std::size_t i = 0; i < conflict().parties.size(); ++i)
    everyone.push_back({model::PartyId(i), concept_});
  return stableForEach(everyone);
}

} // namespace stasis::stability
