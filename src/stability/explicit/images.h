#pragma once

// Where a party can get by one move or one improvement from any state of a set, for the whole set at once,
// cell by cell. It is the mirror image of folds.h, where values are passed the other way.
//
// Reversible options: O(1) a state. Directed ones: O(d) a state if a cell has a table of the 2^d advances,
// else O(advances in the cell). Whether states of the source itself belong is not defined. Tested against the
// oracle by the suite in tests/stability.

#include "stability/explicit/cells.h"
#include "stability/explicit/state_sets.h"

namespace stasis::stability {

Bits imageOf(const Cells& cells, const Bits& source, model::Relation kind, const Errand& errand);

} // namespace stasis::stability
