#pragma once

// Which of two concepts is stricter: every state that is stable under the stricter one is stable under the
// other, in every conflict. Read off the relations of the rows (model/concept.h): who leaves for more, is
// answered by less, and is deterred by less or undoes more, stays at fewer states. Trees and the classical
// concepts stand in the chain MR_1 ⊆ MR_3 ⊆ … ⊆ MR_4 ⊆ MR_2, and CMR_h ⊆ MR_h. Other concepts that no row
// defines are compared with none.
//
// O(1). Tested on random conflicts in tests/explain: the stable states are always included.

#include "model/concept.h"

#include <vector>

namespace stasis::analysis {

/// Never true of a concept and itself.
bool isStricter(model::Concept a, model::Concept b);
/// Those than which none of the others is stricter, in the same order.
std::vector<model::Concept> strictestOf(const std::vector<model::Concept>& concepts);

} // namespace stasis::analysis
