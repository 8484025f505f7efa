#pragma once

// Why states that somebody names are none that can be: constraints that together rule them out, as few as the
// search for contradictions finds. A state that is not feasible holds whatever anybody prefers no more than
// it can be at all. Cost: stability::smallestContradiction.

#include "stability/engine.h"
#include "stability/errand.h"

#include <optional>
#include <string_view>
#include <vector>

namespace stasis::analysis {

struct Infeasible {
  bool listed = false;                  ///< the conflict lists its states, and this is none of them
  std::vector<std::size_t> constraints; ///< positions in the conflict; empty: its own condition never holds
};

/// None where the text names feasible states, if only some members of merged ones, or nothing that could be a
/// state. Throws LimitReached.
std::optional<Infeasible> whyInfeasible(stability::Engine& engine, std::string_view text,
                                        const stability::Errand& errand);

} // namespace stasis::analysis
