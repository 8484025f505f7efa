#pragma once

// Counts exactly how many choices of the options a set has. One visit a node, without recursion, in numbers
// of 128 bits if these are large enough and of any length otherwise. The count checks whether the errand has
// ended. Tested against the oracle by the engine's suite and against a plain count in tests/stability.

#include "stability/engine.h"
#include "stability/symbolic/diagram.h"
#include "stability/symbolic/levels.h"

namespace stasis::stability {

/// Counts a set that depends on options only. Throws LimitReached.
Count countOf(const Diagram& set, const Levels& levels);

} // namespace stasis::stability
