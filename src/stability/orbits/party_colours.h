#pragma once

// A colour for each party, such that parties that can be exchanged have the same: colour refinement
// (Weisfeiler and Leman 1968) on the text. At first a colour is what options a party has. In each round it
// becomes what the party wants, others called by their colours, with the lines that speak of its options.
// Parties of one colour may still be different.
//
// O(size of the conflict) for each round; few rounds, and no more once no colour is split. Tested in
// tests/stability/orbits/kinds_test.cpp.

#include "model/conflict.h"

namespace stasis::stability {

/// By party.
std::vector<std::uint64_t> partyColours(const model::Conflict& conflict);

} // namespace stasis::stability
