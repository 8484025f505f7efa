#pragma once

// Each party's preference as one number a state: rank_i(s). Larger is better, equal is a tie, and the numbers
// from 0 to the best all occur (dense ranks).
//
//   prefer  lexicographic on the number of statements that hold in each tier (Hipel, Kilgour, Fang & Peng
//           1997); any number of statements, evaluated 64 states a word
//   weigh   the exact sum of weights
//   rank    the classes written
//
// O(states × (statements + digits)). Tested against the oracle in tests/stability.

#include "stability/cube/densify.h"
#include "stability/errand.h"
#include "stability/explicit/state_space.h"
#include "stability/reference_checks.h"

namespace stasis::stability {

struct Ranks {
  std::vector<Rank> of;      ///< by state
  std::uint32_t classes = 1; ///< distinct ranks
  /// For `prefer`: the range of each statement, in the order written.
  std::vector<StatementRange> statements;
};

/// The ranking must be complete, and sums of weights must fit in 64 bits (see checks.h). In a merged state,
/// the member that takes no open option stands for all.
Ranks rankStates(const StateSpace& space, model::PartyId party, const Errand& errand);
/// The same for a preference that belongs to no party.
Ranks rankStates(const StateSpace& space, const model::Preference& preference, const Errand& errand);

} // namespace stasis::stability
