#pragma once

// What every operation on diagrams asks afterwards. Between diagram.cpp and diagram_table.cpp only.

namespace stasis::stability {

/// Throws what went wrong in the operation just done, or LimitReached if the errand at hand has ended.
void checkTable();

} // namespace stasis::stability
