#pragma once

// Which equilibria an answer shows first: those that have a name, and those that improvements reach from
// today, before the others; then those under more concepts; then those the parties like better (by the sum of
// their places); then by number. Many conflicts have an equilibrium to which nobody would ever move. It is
// shown, but not first.

#include "report/solution/solution.h"
#include "report/telling/state_row.h"

namespace stasis::report {

/// The first `limit` of these states, in that order. If there are more than 4096 states, only candidates
/// found by set operations are compared. With `alike`, states that are alike share a row.
std::vector<StateRow> equilibriaShown(const SolutionView& view, stability::StateSet any, std::size_t limit,
                                      bool alike = false);

} // namespace stasis::report
