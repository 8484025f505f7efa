#pragma once

// Functions of a state and a threshold: {(s, v) : rank(s) > v}. A threshold is a binary number in variables
// of its own (levels.h), so that max and min over moves are unions and intersections, all thresholds at once.
// Before the options, such a function is a decision between sets of states, of which there are as many as the
// function tells thresholds apart; right behind the options its bits are about, a comparison remembers only
// which bit decides so far.
//
// Numbers are vectors of bits, most important first. Tested by the engine's suite.

#include "stability/symbolic/diagram.h"
#include "stability/symbolic/diagram_table.h"

#include <vector>

namespace stasis::stability {

/// Where the number in `bits` is greater than the one in `than`; both as long. One operation a bit: with the
/// less important bits decided, the next is greater where two of three agree: its bit, no bit of the other,
/// what was decided.
Diagram greater(const std::vector<Diagram>& bits, const std::vector<Diagram>& than);
/// {(s, v) : values[v] holds at s}: the bits of v stand at these levels. As many values as v has.
Diagram byThreshold(std::vector<Diagram> values, DiagramTable& table, const std::vector<std::size_t>& levels);
/// {s : f(s, the number in `bits` at s)}: the threshold whose bits stand at these levels put in.
Diagram atThreshold(const Diagram& f, const std::vector<Diagram>& bits,
                    const std::vector<std::size_t>& levels);

} // namespace stasis::stability
