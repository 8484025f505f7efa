#pragma once

// What a file that is right in every line leaves unsaid: parties that can do nothing or want nothing, options
// that no preference depends on. None is an error; all are often forgotten. O(size of the preferences).

#include "language/resolving/names.h"
#include "model/view.h"

namespace stasis::language {

void warnOfSilence(const syntax::File& file, const model::Conflict& conflict, const model::Views& views,
                   const Names& names);

} // namespace stasis::language
