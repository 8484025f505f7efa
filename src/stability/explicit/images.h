#pragma once

// Where a party can come to from a set of states by one move or one improvement, for a whole set at once,
// cell by cell: the mirror image of folds.h, where a value is handed on the other way.
//
// Reversible options: O(1) a state. Directed ones: O(d) a state where a cell has a table of the 2^d advances,
// else O(advances in the cell). States of the source may belong or not. Tested against the oracle by the
// suite in tests/properties.

#include "stability/explicit/cells.h"
#include "stability/explicit/state_sets.h"

namespace stasis::stability {

Bits imageOf(const Cells& cells, const Bits& source, model::Relation kind, const Errand& errand);

} // namespace stasis::stability
