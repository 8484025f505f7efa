#pragma once

// Which families of a conflict can be written as one block, and which preferences as `prefer each`. A family
// read from a text always can; one whose members were changed one by one may not.
//
// O(size of the family). Tested by writing and reading back random families (families_test.cpp).

#include "language/words/option_names.h"
#include "model/conflict.h"

namespace stasis::language {

/// The family this party is the first member of, if the members stand together and are alike, so that one
/// block says it; else null.
const model::Family* familyOpenedBy(model::PartyId first, const model::Conflict& conflict);

/// True if the statements of every member are the same lines, each said of the member itself.
bool wantsEach(const model::Family& family, const model::Conflict& conflict, const OptionNames& names);

} // namespace stasis::language
