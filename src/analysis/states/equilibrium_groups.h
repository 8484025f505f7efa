#pragma once

// The equilibria of an answer by what they are: one group for each set of concepts under which some state is
// an equilibrium (and is none under the others solved), those under more concepts first. A few set
// operations.

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
