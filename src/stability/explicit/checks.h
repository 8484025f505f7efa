#pragma once

// What can be wrong with a conflict that only shows once its states are known: lists that contradict the
// constraints or themselves, references to states that are not there, rankings that miss or repeat states,
// merged states that a preference tells apart, and, as warnings, preferences that say less than they seem to.
//
// Each problem is found at its words and told in the names of the file. Tested in tests/properties.

#include "language/diagnostic.h"
#include "stability/explicit/ranks.h"

namespace stasis::stability {

/// Listed states that overlap or break a constraint.
language::Diagnostics checkList(const model::Conflict& conflict, const Errand& errand);

/// Why no state is feasible: a smallest set of constraints that cannot all hold.
language::Diagnostics explainNoState(const model::Conflict& conflict, const Errand& errand);

/// Status quo, named states, moves, and every number a state is called by.
language::Diagnostics checkReferences(const StateSpace& space);

/// Rankings, weights, and merged states under statements and weights. Without errors here, rankStates is
/// sound.
language::Diagnostics checkPreferences(const StateSpace& space, const Errand& errand);

/// Warnings: statements that hold in all feasible states or in none, and states never told apart.
language::Diagnostics judgePreferences(const StateSpace& space, const std::vector<Ranks>& ranks);

} // namespace stasis::stability
