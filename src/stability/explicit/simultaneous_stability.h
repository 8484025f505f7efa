#pragma once

// SIM (Fraser & Hipel 1984) for every state: an improvement of the party is deterred if the others, one or
// more of them, each by one of their own improvements from the same state, all at once, bring about together
// with it a feasible state that is no better for the party (model/simultaneous.h).
//
// The combinations are tried one by one, and the first that deters ends the search. Cost: for each
// improvement at most the product, over the others, of one more than the number of their improvements from
// the state, each a search in the list of states. So it is quick with few parties, and cannot be with many
// who can all improve in many ways. Tested against nested loops in tests/stability/explicit.

#include "stability/explicit/moves.h"

namespace stasis::stability {

/// The states stable for a party under SIM. Moves must be by options, and no state merged.
Bits simultaneouslyStable(const StateSpace& space, const std::vector<Ranks>& ranks, Moves& moves,
                          model::PartyId party, const Errand& errand);

} // namespace stasis::stability
