#pragma once

// Further errors in a conflict whose states are known one by one (reference_checks.h has the checks of every
// engine): lists that contradict the constraints or themselves, merged states whose members a preference
// distinguishes. Warnings: preferences that say less than they seem to.
//
// Each problem is reported at its place in the text, with the names of the file. Tested in tests/properties.

#include "language/codes/diagnostic.h"
#include "stability/explicit/ranks.h"
#include "stability/numbered_states.h"

#include <functional>

namespace stasis::stability {

/// Listed states that overlap or break a constraint.
language::Diagnostics checkList(const model::Conflict& conflict, const Errand& errand);

/// Merged states under statements and weights. Without errors here and in checkReferences, rankStates is
/// sound.
language::Diagnostics checkPreferences(const StateSpace& space, const Errand& errand);

/// States and how every party ranks them, however they are stored.
class RankedStates {
public:
  virtual ~RankedStates() = default;
  virtual const NumberedStates& states() const = 0;
  /// Ranks of the party are below this.
  virtual std::uint64_t bound(model::PartyId party) const = 0;

  struct Options {
    std::uint64_t taken, open;
  };
  using Visit = std::function<void(StateIndex state, std::uint64_t rank, Options options)>;
  /// Every state, in the order of the numbers.
  virtual void each(model::PartyId party, const Visit& visit) const = 0;
};

/// Warnings: statements that hold in all feasible states or in none, and states that are never distinguished.
/// `statements`: by party, those of `prefer`.
language::Diagnostics judgePreferences(const RankedStates& ranked,
                                       const std::vector<std::vector<StatementRange>>& statements);
/// The same for a list.
language::Diagnostics judgePreferences(const StateSpace& space, const std::vector<Ranks>& ranks);

} // namespace stasis::stability
