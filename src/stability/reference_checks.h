#pragma once

// What can be wrong with a conflict that only shows once its feasible states are known, whichever engine
// knows them: constraints that contradict each other, references to states that are not there, rankings that
// miss or repeat states, lists that contradict themselves or the constraints, sums of weights too large to be
// exact, and, as warnings, statements that decide nothing.
//
// Each problem is found at its words and told in the names of the file. Tested in tests/properties.

#include "language/codes/diagnostic.h"
#include "stability/errand.h"
#include "stability/numbered_states.h"

namespace stasis::stability {

/// More problems of one kind than this are not worth reading.
inline constexpr std::size_t toldOfOneKind = 20;

/// Why no state is feasible: a smallest set of constraints that cannot all hold.
language::Diagnostics explainNoState(const model::Conflict& conflict, const Errand& errand);

/// Status quo, named states, moves, rankings, weights, and every number a state is called by.
language::Diagnostics checkReferences(const NumberedStates& states);

/// Two lines of a list of states that have a state in common, the first before the second.
language::Diagnostic stateInCommon(const model::ListedState& first, const model::ListedState& second);
/// A line of a list of states that has a member in which the constraint does not hold.
language::Diagnostic breaksConstraint(const model::ListedState& line, const model::Constraint& constraint,
                                      const model::Conflict& conflict);

/// Both of these, for a list without merged states. No more than `toldOfOneKind` of each kind.
language::Diagnostics checkListedStates(const model::Conflict& conflict);

/// Whether a statement holds in some feasible state and fails in some.
struct StatementRange {
  bool holdsSomewhere = false;
  bool failsSomewhere = false;
};

/// Warnings: statements that are the same in all feasible states. `byParty`: those of `prefer`, in the order
/// written. One written for a family is told only if that is so for every member.
language::Diagnostics constantStatements(const model::Conflict& conflict,
                                         const std::vector<std::vector<StatementRange>>& byParty);

} // namespace stasis::stability
