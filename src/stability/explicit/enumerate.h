#pragma once

// The feasible states of a conflict without a list: every Y/N choice that meets all constraints, as a word
// with the first option in the least significant bit, ascending.
//
// Depth-first from the most significant option with the constraints in three truth values: a branch ends when
// a constraint cannot hold any more, a subtree in which all of them hold is written out in one go, and the
// last six options are decided 64 states at once. So 2^n is walked only where the constraints leave it. Where
// that order meets many dead ends, constraints are decided in their own order instead and the result sorted.
// Tested against all 2^n in tests/properties.

#include "model/conflict.h"
#include "stability/errand.h"

#include <cstdint>
#include <vector>

namespace stasis::stability {

/// The most options that fit in the word of a state.
inline constexpr std::size_t maxExplicitOptions = 62;

/// At most `maxExplicitOptions` options. Throws LimitReached beyond `maxStates`.
std::vector<std::uint64_t> feasibleStates(const model::Conflict& conflict, std::uint64_t maxStates,
                                          const Errand& errand);

} // namespace stasis::stability
