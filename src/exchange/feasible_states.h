#pragma once

// The states in which no cube of a list holds, in ascending binary value, the first option least significant.
// Other programs of the graph model and this one number states in this order.
//
// A search over the options, last to first, that turns back as soon as a cube holds whatever the open options
// are. Cost grows with the states found, not with 2^options, unless cubes contradict each other late. Tested
// against trying every state.

#include "exchange/cube.h"

#include <cstdint>
#include <functional>

namespace stasis::exchange {

/// Stops and returns false when `visit` does or after `mostSteps`; true if every state was visited.
bool forEachStateOutside(const Cubes& infeasible, std::size_t options, std::uint64_t mostSteps,
                         const std::function<bool(const model::State&)>& visit);

} // namespace stasis::exchange
