#pragma once

// MR_h and CMR_h for every h (Zeng, Fang, Hipel & Kilgour 2006, 2007), without a tree. With threshold s,
//
//   C_0 holds everywhere, D_0 nowhere
//   C_k(x)  every y in R_i(x) is no better than s for i, or D_(k-1)(y) holds
//   D_k(y)  some z in R_H(y) (for CMR: R+_H(y)) is no better than s for i, and C_(k-1)(z) holds
//
// and s is stable iff C_h(s). All of these grow with the threshold. So each is one number a state, the least
// rank of i from which it holds:
//
//   c_k(x) = max over y in R_i(x) of min( rank_i(y), d_(k-1)(y) )
//   d_k(y) = min over z in R_H(y) of max( rank_i(z), c_(k-1)(z) )
//
// Including x and y themselves changes no verdict: if y itself is no better than the threshold, it needs no
// answer. CMR asks i to improve, which changes no verdict either: every x compared is no better than s. So a
// step is the fold of SMR and its search, and two lanes carry even and odd h. c only grows for even h and
// only shrinks for odd h; the limits are reached when neither changes.
//
// Cost: that of SMR for each two moves; the work ends at the concept asked for. Tested against nested loops
// in tests/stability/explicit/tree_stability_test.cpp.

#include "stability/explicit/moves.h"

#include <utility>

namespace stasis::stability {

/// The states stable for a party under this MR_h or CMR_h, and under those with the same answers found on the
/// way to it. `rank` by state. Throws LimitReached.
std::vector<std::pair<model::Concept, Bits>> judgeTrees(Moves& moves, std::span<const Rank> rank,
                                                        const model::ConceptRow& asked, model::PartyId party,
                                                        const Errand& errand);

} // namespace stasis::stability
