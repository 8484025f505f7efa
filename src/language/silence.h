#pragma once

// What a file that is right in every line leaves unsaid: options that no preference depends on, parties that
// want nothing. Neither is an error; both are often forgotten. O(size of the preferences).

#include "language/names.h"

namespace stasis::language {

void warnOfSilence(const syntax::File& file, const model::Conflict& conflict, const Names& names);

} // namespace stasis::language
