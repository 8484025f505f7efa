#pragma once

// The states to which legal sequences of improvements lead from one state, that state included: R+_N(s) with
// N everybody, and s. One search (path_search.h) without a goal. If the conflict is too large for an answer
// that only accompanies another, there is none.
//
// Tested against tests/oracle/paths.h in tests/paths.

#include "stability/engine.h"

#include <optional>

namespace stasis::analysis {

/// The most feasible states with which `improvedFrom` searches unasked.
inline constexpr unsigned long mostSearchedUnasked = 1UL << 20U;

/// None if `from` is not feasible, a limit is reached, or there are more than `most` feasible states.
std::optional<stability::StateSet> improvedFrom(stability::Engine& engine, const model::Pattern& from,
                                                const stability::Errand& errand,
                                                unsigned long most = mostSearchedUnasked);

} // namespace stasis::analysis
