#pragma once

// A list of states from its other side: the cubes in which all other states lie, for formats that name the
// infeasible ones. Every branch of the tree of listed states that leads to none of them is a cube, widened
// while it meets none.
//
// O(states × options) cubes before widening, which is left out where it would cost more than it tells. Tested
// against every state.

#include "exchange/cube.h"

namespace stasis::exchange {

/// None if they would be more than `most`. All states of one size, none twice.
std::optional<Cubes> cubesOfOtherStates(std::vector<model::State> states, std::size_t most);

} // namespace stasis::exchange
