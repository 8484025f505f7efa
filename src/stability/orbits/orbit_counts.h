#pragma once

// How many states are in sets of orbits: of an orbit, for each block the multinomial of its histogram
// (n! / Π h_c!), and the product over the blocks.

#include "stability/orbits/orbit_sets.h"

namespace stasis::stability {

/// The number of states in an orbit.
Count statesInOrbit(const OrbitSpace& space, std::uint64_t orbit);

/// The number of states in the set. O(orbits).
Count statesIn(const OrbitSpace& space, const OrbitBits& bits);

/// Over all orbits of the others in the space of a party: `worth` times the number of their states.
Count sumOverRows(const OrbitSpace& space, const std::function<std::uint64_t(std::uint64_t row)>& worth);

} // namespace stasis::stability
