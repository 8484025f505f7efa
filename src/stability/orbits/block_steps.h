#pragma once

// The steps of all other parties in the space of one party. For every block it says, as masks over the
// party's own choices, which changes of choice are open to the members.
//
// A member with choice b sees the others of its kind, who stay, and the party itself with its own choice a.
// The row of ranks in which it compares b with c lies in its own space, at the histogram of those who stay,
// with one more at a if the party is of its kind. So the ranks of one member of each kind serve all spaces.
//
// Cost: C² comparisons for each row of each block of C choices and each own choice.

#include "stability/orbits/low_search.h"

namespace stasis::stability {

/// By kind: the ranks of its first party.
using RanksByKind = std::vector<OrbitRanks>;

/// The graph of all moves of the others, or of their improvements, in the space of the kind's first party.
StepGraph moveSteps(AlikeConflict& alike, const RanksByKind& ranks, std::size_t kind);
StepGraph improvementSteps(AlikeConflict& alike, const RanksByKind& ranks, std::size_t kind,
                           const Errand& errand);

} // namespace stasis::stability
