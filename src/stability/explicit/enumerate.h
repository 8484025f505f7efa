#pragma once

// The feasible states of a conflict without a list: every Y/N choice that meets all constraints. A state is a
// word with the first option in the least significant bit; the words ascend.
//
// Depth-first from the most significant option, with the constraints in three truth values. A branch ends
// when a constraint can no longer hold. A subtree in which all of them hold is written out in one go. The
// last six options are decided 64 states at once. So the search walks through all 2^n choices only if the
// constraints allow them. If that order meets many dead ends, options are decided in the order of the
// constraints that mention them instead, and the result is sorted. Tested against all 2^n in
// tests/stability.

#include "model/conflict.h"
#include "stability/errand.h"

#include <cstdint>
#include <vector>

namespace stasis::stability {

/// The most options that fit in the word of a state.
inline constexpr std::size_t maxExplicitOptions = 62;

/// The conflict may have at most `maxExplicitOptions` options. Throws LimitReached beyond `maxStates`.
std::vector<std::uint64_t> feasibleStates(const model::Conflict& conflict, std::uint64_t maxStates,
                                          const Errand& errand);

} // namespace stasis::stability
