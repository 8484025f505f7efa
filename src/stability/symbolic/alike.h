#pragma once

// Finds parties that are alike: exchanging two members of a family, option by option, changes only names in
// the conflict. What is stable for one is then stable for the other with their options exchanged, and is
// computed once. Marks and attitudes count only for the concepts that read them.
//
// Decided on the text of the conflict: conditions are the same if they have the same shape, operands of
// `and`, `or`, counts and the like in any order. O(size of the conflict) for each member and each kind of
// member. Tested by the engine's suite and in tests/stability/symbolic/alike_test.cpp.

#include "model/conflict.h"

#include <vector>

namespace stasis::stability {

/// For each party the first member of its family to which it is alike for concepts of this family, or itself.
std::vector<model::PartyId> likeness(const model::Conflict& conflict, model::ConceptFamily family);

} // namespace stasis::stability
