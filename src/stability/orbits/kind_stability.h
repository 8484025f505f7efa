#pragma once

// Which orbits of its space are stable for the first party of a kind, under each concept, by the one formula
// (explicit/sanction_stability.h): s is stable iff
//
//   max over s1 ∈ R_i(s) of min( rank_i(s1), low_X(s1) ) ≤ rank_i(s)
//
// where s and every s1 lie in one row. Under the concepts of strength, the least rank to which low_X(s1) is
// much worse takes its place (explicit/strong_ranks.h). For the other members of the kind the same orbits are
// stable, with their names in place of the first party's.

#include "stability/orbits/lows_by_row.h"
#include "stability/orbits/orbit_sets.h"

#include <utility>
#include <vector>

namespace stasis::stability {

/// For each orbit, the best the party can make of it by one move; 0 if the orbit is not feasible.
std::vector<RankCode> highs(const OrbitRanks& ranks, const OwnChoices& choices);

OrbitBits stableOrbits(const OrbitRanks& ranks, const OwnChoices& choices, const LowsByRow& lows);

using StableOrbits = std::vector<std::pair<model::Concept, OrbitBits>>;
/// Judges the classical concepts with these sanctions, and with `strong` those of strength, too.
StableOrbits stableOrbits(AlikeConflict& alike, const RanksByKind& ranks, std::size_t kind,
                          model::Sanctions sanctions, bool strong, const Errand& errand);

} // namespace stasis::stability
