#pragma once

// Further checks of a conflict whose states are known one by one (reference_checks.h has the checks of every
// engine). Errors: lists that contradict the constraints or themselves, and merged states whose members a
// preference tells apart. Warnings: preferences that say less than they seem to.
//
// Each problem is reported at its place in the text, with the names of the file. Tested in tests/stability.

#include "language/codes/diagnostic.h"
#include "stability/explicit/preference_ranks.h"
#include "stability/numbered_states.h"

#include <functional>

namespace stasis::stability {

/// Listed states that overlap or break a constraint.
language::Diagnostics checkList(const model::Conflict& conflict, const Errand& errand);

/// Merged states that statements or weights tell apart. If this and checkReferences find no errors,
/// rankStates is sound.
language::Diagnostics checkPreferences(const StateSpace& space, const Errand& errand);

/// States and how every party ranks them, however they are stored.
class RankedStates {
public:
  virtual ~RankedStates() = default;
  virtual const NumberedStates& states() const = 0;
  /// Every rank of the party is below this.
  virtual std::uint64_t bound(model::PartyId party) const = 0;

  struct Options {
    std::uint64_t taken, open;
  };
  using Visit = std::function<void(StateIndex state, std::uint64_t rank, Options options)>;
  /// Visits every state, in the order of their numbers.
  virtual void each(model::PartyId party, const Visit& visit) const = 0;
};

/// Warns of statements that hold in all feasible states or in none, and of states that are never told apart.
/// `statements`: for each party its statements of `prefer`.
language::Diagnostics judgePreferences(const RankedStates& ranked,
                                       const std::vector<std::vector<StatementRange>>& statements);
/// The same for a list.
language::Diagnostics judgePreferences(const StateSpace& space, const std::vector<Ranks>& ranks);

} // namespace stasis::stability
