#pragma once

// Functions of a state and a threshold, like {(s, v) : rank(s) > v}. A threshold is a binary number in
// variables of its own (levels.h), so max and min over moves are unions and intersections, for all thresholds
// at once. With the threshold before the options, such a function chooses between sets of states, one for
// each range of thresholds that it tells apart. With a bit right after the options it is about, a comparison
// only has to remember which bit decides so far.
//
// Numbers are vectors of bits, most important first. Tested by the engine's suite.

#include "stability/symbolic/diagram.h"
#include "stability/symbolic/diagram_table.h"

#include <vector>

namespace stasis::stability {

/// Where the number in `bits` is greater than the one in `than`; both have equally many bits. One operation a
/// bit, from the least important up: the next result holds where two of three hold: this bit, the negation of
/// the other number's bit, the result so far.
Diagram greater(const std::vector<Diagram>& bits, const std::vector<Diagram>& than);
/// {(s, v) : values[v] holds at s}. As many values as v has.
Diagram byThreshold(std::vector<Diagram> values, const std::vector<Diagram>& v);
/// The bits of the number that is less the larger this one is.
std::vector<Diagram> negated(std::vector<Diagram> bits);
/// {s : f(s, the number in `bits` at s)}: the threshold whose bits stand at these levels put in.
Diagram atThreshold(const Diagram& f, const std::vector<Diagram>& bits,
                    const std::vector<std::size_t>& levels);

} // namespace stasis::stability
