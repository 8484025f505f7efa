#pragma once

// How many choices of the options a set has, exactly. One visit a node, without recursion, in numbers of 128
// bits where these suffice and of any length otherwise. Looks whether the errand has ended.
// Tested against the oracle by the engine's suite and against a plain count in tests/diagrams/.

#include "stability/engine.h"
#include "stability/symbolic/diagram.h"
#include "stability/symbolic/levels.h"

namespace stasis::stability {

/// Of a set that depends on options alone. Throws LimitReached.
Count countOf(const Diagram& set, const Levels& levels);

} // namespace stasis::stability
