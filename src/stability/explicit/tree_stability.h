#pragma once

// MR_h and CMR_h for every h (Zeng, Fang, Hipel & Kilgour 2006, 2007), without a tree. With threshold s,
//
//   C_0 holds everywhere, D_0 nowhere
//   C_k(x)  every y in R_i(x) is no better than s for i, or D_(k-1)(y)
//   D_k(y)  some z in R_H(y) is no better than s for i, and C_(k-1)(z); for CMR z in R+_H(y)
//
// and s is stable iff C_h(s). All three grow with the threshold, so each is one number a state, the least
// rank of i from which it holds:
//
//   c_k(x) = max over R_i(x) of min( rank_i, d_(k-1) )      d_k(y) = min over R_H(y) of max( rank_i, c_(k-1)
//   )
//
// Counting x and y themselves changes no verdict: a threshold that y passes by itself is one that y needs no
// answer for. That CMR asks i to improve changes none either: every x compared is no better than s. So a step
// is the fold of SMR and its search, and two lanes carry even and odd h. Even c only grow and odd c only
// shrink: the limits are reached when neither changes.
//
// Cost: as SMR for each two moves. Tested against nested loops in tests/families/trees_test.cpp.

#include "model/looking_ahead.h"
#include "stability/explicit/moves.h"

#include <utility>

namespace stasis::stability {

/// The states stable for a party under each MR_h (sanctions: moves) or CMR_h (improvements), and the limits.
/// `rank` by state. Throws LimitReached.
std::vector<std::pair<model::Concept, Bits>> judgeTrees(Moves& moves, std::span<const Rank> rank,
                                                        model::Sanctions sanctions, model::PartyId party,
                                                        const Errand& errand);

} // namespace stasis::stability
