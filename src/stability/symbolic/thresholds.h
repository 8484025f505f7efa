#pragma once

// Functions of a state and a threshold: {(s, v) : rank(s) > v}. A threshold is a binary number in variables
// above those of the options, so that such a function is a decision between sets of states, of which there
// are as many as the function tells thresholds apart; max and min over moves are then unions and
// intersections, all thresholds at once.

#include "stability/symbolic/diagram.h"

#include <vector>

namespace stasis::stability {

/// {(s, v) : the number in `bits` at s is greater than v}, v in the levels from `first`.
Diagram above(const std::vector<Diagram>& bits, std::size_t first);
/// {(s, v) : the number in `bits` at s is less than v}.
Diagram below(const std::vector<Diagram>& bits, std::size_t first);
/// {s : f(s, the number in `bits` at s)}: the threshold put in. O(nodes that test the threshold) steps.
Diagram atThreshold(const Diagram& f, const std::vector<Diagram>& bits, std::size_t first);

} // namespace stasis::stability
