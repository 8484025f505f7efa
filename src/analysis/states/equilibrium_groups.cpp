#include "analysis/states/equilibrium_groups.h"

#include <algorithm>

namespace stasis::analysis {

std::vector<EquilibriumGroup> equilibriumGroups(stability::Engine& engine,
                                                const stability::Solution& solution) {
  std::vector<EquilibriumGroup> groups{{{}, engine.feasible()}};
  for (const auto& concept_ : solution.concepts) {
    if (!concept_.equilibria)
      continue;
    std::vector<EquilibriumGroup> split;
    for (EquilibriumGroup& group : groups) {
      EquilibriumGroup held{group.under, engine.both(group.states, *concept_.equilibria)};
      held.under.push_back(concept_.id);
      group.states = engine.without(group.states, *concept_.equilibria);
      for (EquilibriumGroup* part : {&held, &group})
        if (!engine.list(part->states, 1).empty())
          split.push_back(std::move(*part));
    }
    groups = std::move(split);
  }
  std::erase_if(groups, [](const EquilibriumGroup& group) { return group.under.empty(); });
  std::ranges::stable_sort(groups, std::ranges::greater{},
                           [](const EquilibriumGroup& group) { return group.under.size(); });
  return groups;
}

} // namespace stasis::analysis
