#pragma once

// What is written and changes nothing, found on the feasible states; `stasis check` shows it as warnings.
//
//   S0608  a constraint that rules nothing out: it holds in every state, whatever else
//   S0609  a constraint that others say already: written twice, or it follows from them
//   S0610  an option that the constraints fix: taken in every feasible state, or in none
//   S0418  a statement of `prefer` already decided by those above it: states they tell not apart, it does not
//
// Cost: a search for each constraint (given up after `mostSettings` settings), a set for each option, and for
// each statement the feasible states once, up to `mostStatesLinted`. Constraints are compared and options
// counted where there are at most a thousand. Tested in tests/states/lints_test.cpp against enumeration.

#include "language/codes/diagnostic.h"
#include "stability/engine.h"

namespace stasis::analysis {

inline constexpr std::size_t mostSettings = 200'000;
inline constexpr unsigned long mostStatesLinted = 20'000;

/// By place. Throws LimitReached.
language::Diagnostics lints(stability::Engine& engine, const stability::Errand& errand);

} // namespace stasis::analysis
