#pragma once

// The complement of a list of states: cubes that cover all other states, for formats that name the infeasible
// ones. Every branch of the tree of listed states that leads to none of them is a cube. It is then widened as
// long as it covers none of them.
//
// O(states × options) cubes before widening. Widening is skipped where it would cost too much. Tested against
// every state.

#include "exchange/cube.h"

namespace stasis::exchange {

/// None if more than `most` are needed. All states have one size, none occurs twice.
std::optional<Cubes> cubesOfOtherStates(std::vector<model::State> states, std::size_t most);

} // namespace stasis::exchange
