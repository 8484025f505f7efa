#include "stability/solution.h"

#include <algorithm>

namespace stasis::stability {

const ConceptAnswer* Solution::find(model::Concept id) const {
  const auto found = std::ranges::find(concepts, id, &ConceptAnswer::id);
  return found == concepts.end() ? nullptr : &*found;
}

std::vector<model::Concept> everyConcept() {
  std::vector<model::Concept> all;
  for (const auto& concept_ : model::concepts)
    all.push_back(concept_.id);
  return all;
}

Solution solve(Engine& engine, const std::vector<model::Concept>& concepts) {
  const std::size_t parties = engine.conflict().parties.size();
  Solution solution;
  for (const model::Concept id : concepts)
    solution.concepts.push_back({id, std::vector<std::optional<StateSet>>(parties), std::nullopt});
  try {
    for (ConceptAnswer& answer : solution.concepts) {
      for (std::size_t i = 0; i < parties; ++i)
        answer.stable[i] = engine.stable(answer.id, model::PartyId(i));
      answer.equilibria = engine.equilibria(answer.id);
    }
  } catch (const LimitReached& reached) {
    solution.stopped = {reached.limit(), reached.what()};
  }
  return solution;
}

} // namespace stasis::stability
