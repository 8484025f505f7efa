#pragma once

// How a state t compares with another one, s, of which the threshold v is what matters to the party: the bits
// of its rank. Each function takes the bits of t and those of v as vectors of diagrams, whatever they depend
// on: variables of a threshold (thresholds.h), or the bits of t with options changed (own_moves.h).
//
//   strength   in `prefer`, the lines marked `strongly` come first, and so do their bits: t ≪ s iff these
//   bits
//              of t are a smaller number than those of s. Under `rank`, iff a strong step lies between the
//              two.
//
// O(bits) operations. Tested by the engine's suites and tests/families.

#include "model/preference.h"
#include "stability/symbolic/diagram.h"

#include <vector>

namespace stasis::stability {

/// Where t ≪ v.
Diagram muchWorse(const model::Preference& preference, const std::vector<Diagram>& t,
                  const std::vector<Diagram>& v);

} // namespace stasis::stability
