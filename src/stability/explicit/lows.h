#pragma once

// low(s): the least value of the states that the other parties can reach from s, s included, in option form.
// There every R_j and R+_j is transitive, so the last mover does not matter:
//
//   low(s) = min( value(s), min over j ≠ i, q ∈ R_j(s) (or R+_j(s)) of low(q) ),   the greatest such
// function.
//
// Each opponent's cells are folded in turn until all have passed without a change. A few turns are usually
// enough, and a turn runs through memory in order; but a chain of moves as long as the conflict would take as
// many turns. So after `sweepLimit` turns a search does the rest: it takes values in ascending order and goes
// backwards along the moves from each state of that value, labelling every unlabelled state. A state is
// labelled once. A reversible party's cell is emptied by the first search that enters it; along improvements
// it loses its worst members from one end. So the search is O(states × parties), and with directed options
// O(states × parties × size of a cell) at worst. Memory of the search: 16 bytes a state and 8 more for each
// opponent.
//
// Tested against the oracle with and without the search in tests/stability.

#include "stability/explicit/folds.h"

namespace stasis::stability {

/// The number of turns of all opponents before the search takes over.
inline constexpr int sweepLimit = 32;

/// `opponents`: the cells of every party but i. Values are lowered in place.
void lowerAlong(model::Sanctions sanctions, std::span<const Cells* const> opponents,
                std::span<const Ranks* const> ranks, std::span<Lanes> values, const Errand& errand,
                int sweeps = sweepLimit);

} // namespace stasis::stability
