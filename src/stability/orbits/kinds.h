#pragma once

// Kinds of party. Parties are of one kind if any two of them can be exchanged, option by option, and nothing
// in the conflict changes but names. Then the same is true of every rearrangement of a kind (exchanges
// generate all rearrangements), and of rearrangements within several kinds at once. Each carries over moves,
// improvements and constraints, and therefore stability.
//
// Found on the text. Parties of one colour (party_colours.h) may be alike; exchanges of these are compared by
// hashes of the lines that speak of the two (written_shape.h). What is found is then proved exactly, for each
// kind by one exchange and one rotation, which generate all its rearrangements. What the text does not show
// is not found: a party is then a kind of its own, which costs time and changes no answer. O(size of the
// conflict) where colours tell those apart who are not alike, as they mostly do; else until a bound is
// reached. Tested in tests/stability/orbits/kinds_test.cpp.

#include "stability/orbits/written_shape.h"

namespace stasis::stability {

using Parties = std::vector<model::PartyId>;

/// Every party in exactly one kind; kinds in the order of their first party, members in the order of the
/// conflict.
std::vector<Parties> kindsOf(const model::Conflict& conflict, const StateNamed& stateNamed);

/// The kinds split until every rearrangement within each leaves the condition as it is.
std::vector<Parties> splitBy(const model::Expression& condition, const std::vector<Parties>& kinds,
                             const model::Conflict& conflict);

} // namespace stasis::stability
