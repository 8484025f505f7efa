#pragma once

// Parts of a model that change nothing, found on the feasible states; `stasis check` shows them as warnings.
//
//   S0608  a constraint that rules nothing out: it holds in every state, even without the others
//   S0609  a redundant constraint: written twice, or it follows from others
//   S0610  an option that the constraints fix: taken in every feasible state, or in none
//   S0418  a statement of `prefer` already decided by those above it, as it separates no states that they
//          equate; not said of the only statement that mentions some option, which S0414 would ask for
//
// Cost: for each constraint a look at the states next to one that meets all, where that finds nothing a
// search (ends after `mostSettings` settings); a set for each option, and for each statement one pass over
// the feasible states, up to `mostStatesLinted`. Constraints are compared and options counted up to a
// thousand of them; of more constraints, only those are found that are written twice. Tested in
// tests/states/lints_test.cpp against enumeration.

#include "language/codes/diagnostic.h"
#include "stability/engine.h"

namespace stasis::analysis {

inline constexpr std::size_t mostSettings = 200'000;
inline constexpr std::size_t mostConstraintsCompared = 1000;
inline constexpr unsigned long mostStatesLinted = 20'000;

/// In order of place. Throws LimitReached.
language::Diagnostics lints(stability::Engine& engine, const stability::Errand& errand);

} // namespace stasis::analysis
