#pragma once

// The equilibria of an answer, grouped by concept: one group for each set of concepts under which some state
// is an equilibrium (and under none of the other concepts solved); groups with more concepts first. Cost: a
// few set operations.

#include "stability/solution.h"

#include <vector>

namespace stasis::analysis {

struct EquilibriumGroup {
  std::vector<model::Concept> under; ///< in the order solved; at least one
  stability::StateSet states;
};

std::vector<EquilibriumGroup> equilibriumGroups(stability::Engine& engine,
                                                const stability::Solution& solution);

} // namespace stasis::analysis
