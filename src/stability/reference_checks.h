#pragma once

// Errors in a conflict that show only once its feasible states are known, in any engine: constraints that
// contradict each other, references to states that do not exist, rankings that miss or repeat states, lists
// that contradict themselves or the constraints, sums of weights too large to be exact. Warnings: statements
// that decide nothing.
//
// Each problem is reported at its place in the text, with the names of the file. Tested in tests/stability.

#include "language/codes/diagnostic.h"
#include "stability/errand.h"
#include "stability/numbered_states.h"

namespace stasis::stability {

/// The most problems of one kind that are reported.
inline constexpr std::size_t toldOfOneKind = 20;

/// Why no state is feasible: a smallest set of constraints that cannot all hold.
language::Diagnostics explainNoState(const model::Conflict& conflict, const Errand& errand);

/// Checks the status quo, named states, moves, rankings, weights, and every number that refers to a state.
language::Diagnostics checkReferences(const NumberedStates& states);

/// Reports two lines of a list of states that have a common state, the first before the second.
language::Diagnostic stateInCommon(const model::ListedState& first, const model::ListedState& second);
/// Reports a line of a list of states with a member that breaks the constraint.
language::Diagnostic breaksConstraint(const model::ListedState& line, const model::Constraint& constraint,
                                      const model::Conflict& conflict);

/// Both checks, for a list without merged states. Reports at most `toldOfOneKind` of each kind.
language::Diagnostics checkListedStates(const model::Conflict& conflict);

/// Whether a statement holds in some feasible state, and fails in some.
struct StatementRange {
  bool holdsSomewhere = false;
  bool failsSomewhere = false;
};

/// Warnings: statements with the same value in all feasible states. `byParty`: those of `prefer`, in the
/// order written. A statement of a family is reported only if this is so for every member.
language::Diagnostics constantStatements(const model::Conflict& conflict,
                                         const std::vector<std::vector<StatementRange>>& byParty);

} // namespace stasis::stability
