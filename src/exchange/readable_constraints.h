#pragma once

// Infeasible conditions as an analyst would write them. Options that exclude each other pairwise become `at
// most 1 of …`, or with "none of them" `exactly 1 of …`. A single choice becomes `always`, everything else
// `never …`. The allowed states stay the same.
//
// Exclusion groups are grown greedily in the order of the conditions (finding the fewest is the clique cover
// problem). O(options² × conditions) at worst. Tested against the conditions in every state.

#include "exchange/cube.h"
#include "model/range.h"

namespace stasis::exchange {

/// A state is infeasible where any of the cubes holds.
struct Infeasible {
  Cubes cubes;
  model::Range range;
};

std::vector<model::Constraint> readableConstraints(const std::vector<Infeasible>& conditions);

} // namespace stasis::exchange
