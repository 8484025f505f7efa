#pragma once

// Names that a reader can take for one another: `peace` and `peаce`, one of whose letters is Cyrillic (UTS
// #39). A file whose names are plain ASCII is not looked at. O(names).
//
// Tested in tests/language/any_script_test.cpp.

#include "language/resolving/names.h"

namespace stasis::language {

/// S0216: a name that looks like one declared before, and a name whose letters are of scripts nobody mixes.
void warnOfLookalikes(const syntax::File& file, const Names& names);

} // namespace stasis::language
