#pragma once

// What else can be wrong with a conflict once its states are known one by one (reference_checks.h has what
// every engine checks): lists that contradict the constraints or themselves, merged states that a preference
// tells apart, and, as warnings, preferences that say less than they seem to.
//
// Each problem is found at its words and told in the names of the file. Tested in tests/properties.

#include "language/codes/diagnostic.h"
#include "stability/explicit/ranks.h"

namespace stasis::stability {

/// Listed states that overlap or break a constraint.
language::Diagnostics checkList(const model::Conflict& conflict, const Errand& errand);

/// Merged states under statements and weights. Without errors here and in checkReferences, rankStates is
/// sound.
language::Diagnostics checkPreferences(const StateSpace& space, const Errand& errand);

/// Warnings: statements that hold in all feasible states or in none, and states never told apart.
language::Diagnostics judgePreferences(const StateSpace& space, const std::vector<Ranks>& ranks);

} // namespace stasis::stability
