#pragma once

// Why a named state is not feasible: constraints that together rule it out, as few as the search for
// contradictions finds. An infeasible state can be no equilibrium, whatever the preferences.
// Cost: stability::smallestContradiction.

#include "stability/engine.h"
#include "stability/errand.h"

#include <optional>
#include <string_view>
#include <vector>

namespace stasis::analysis {

struct Infeasible {
  bool listed = false;                  ///< the conflict lists its states, and this is not one of them
  std::vector<std::size_t> constraints; ///< positions in the conflict; empty: its own condition never holds
};

/// None if the text names a feasible state or members of a merged one, or cannot be a state at all. Throws
/// LimitReached.
std::optional<Infeasible> whyInfeasible(stability::Engine& engine, std::string_view text,
                                        const stability::Errand& errand);

} // namespace stasis::analysis
