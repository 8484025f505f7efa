#pragma once

// Counts the states in sets of orbits. An orbit has, for each block, as many as the multinomial of its
// histogram (n! / Π h_c!); the product over the blocks is its number of states.

#include "stability/orbits/orbit_sets.h"

namespace stasis::stability {

/// The number of states in an orbit.
Count statesInOrbit(const OrbitSpace& space, std::uint64_t orbit);

/// The number of states in the set. O(orbits).
Count statesIn(const OrbitSpace& space, const OrbitBits& bits, const Errand& errand);

/// The sum, over all orbits of the others in the space of a party, of `worth` times their number of states.
Count sumOverRows(const OrbitSpace& space, const std::function<std::uint64_t(std::uint64_t row)>& worth);

} // namespace stasis::stability
