#pragma once

// low(s): the least value of the states that the other parties can reach from s, s included, in option form.
// There every R_j and R+_j is transitive, so the last mover does not matter:
//
//   low(s) = min( value(s), min over j ≠ i, q ∈ R_j(s) (or R+_j(s)) of low(q) ),   the greatest such
//   function.
//
// Folds over each opponent's cells in turn, until all have passed without a change. A few turns are enough as
// a rule, and a turn runs through memory in order; but a chain of moves as long as the conflict would take as
// many. So after `sweepLimit` turns the rest is done by search: values in ascending order, from each state of
// that value backwards along the moves, labelling every state not labelled yet. A state is labelled once; a
// reversible party's cell is emptied by the first search that enters it, and along improvements loses its
// worst members from one end, so the search is O(states × parties). Directed options: O(states × parties ×
// size of a cell) at worst. Memory of the search: 16 bytes a state and 8 more for each opponent.
//
// Tested against the oracle with and without the search in tests/properties.

#include "stability/explicit/folds.h"

#include <functional>

namespace stasis::stability {

/// The number of turns of all opponents before the search takes over.
inline constexpr int sweepLimit = 32;

/// `opponents`: cells of every party but i; values are lowered in place.
void lowerAlong(model::Sanctions sanctions, std::span<const Cells* const> opponents,
                std::span<const Ranks* const> ranks, std::span<Lanes> values, const Errand& errand,
                int sweeps = sweepLimit);

} // namespace stasis::stability
