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
  const auto finish = [&](auto work) {
    try {
      work();
    } catch (const LimitReached& reached) {
      if (!solution.stopped)
        solution.stopped = {reached.limit(), reached.what()};
    }
  };
  // Also after a limit: the engine computes several concepts at a time, and what it has finished counts.
  for (ConceptAnswer& answer : solution.concepts) {
    for (std::size_t i = 0; i < parties; ++i)
      finish([&] { answer.stable[i] = engine.stable(answer.id, model::PartyId(i)); });
    if (std::ranges::all_of(answer.stable, [](const auto& set) { return set.has_value(); }))
      finish([&] { answer.equilibria = engine.equilibria(answer.id); });
  }
  return solution;
}

Solution solveMixed(Engine& engine, const std::vector<model::Concept>& byParty) {
  std::vector<model::Concept> occurring = byParty;
  std::ranges::sort(occurring);
  const auto repeated = std::ranges::unique(occurring);
  occurring.erase(repeated.begin(), repeated.end());
  Solution solution = solve(engine, occurring);
  solution.mixed = MixedAnswer{byParty, std::nullopt};
  std::vector<Judged> judged;
  for (std::size_t i = 0; i < byParty.size(); ++i) {
    if (!solution.find(byParty[i])->stable[i])
      return solution;
    judged.push_back({model::PartyId(i), byParty[i]});
  }
  try {
    solution.mixed->equilibria = engine.stableForEach(judged);
  } catch (const LimitReached& reached) {
    if (!solution.stopped)
      solution.stopped = {reached.limit(), reached.what()};
  }
  return solution;
}

} // namespace stasis::stability
