#pragma once

// States by the names people give them: a listed or given name, a number or `sN`, `status-quo`, letters such
// as `YN-N`.

#include "stability/engine.h"

#include <optional>
#include <string>

namespace stasis::analysis {

/// The feasible state that a reference in the model means; none if it is infeasible or the number too large.
std::optional<model::Pattern> patternOf(stability::Engine& engine, const model::StateRef& reference);

/// The name for a feasible state: its listed or given name, else `sN`, else its letters.
std::string referenceTo(stability::Engine& engine, const model::Pattern& state);

} // namespace stasis::analysis
