#pragma once

// `exactly one of a or b`: a list ends where no comma follows, so this says `(exactly one of a) or b`, and
// hardly ever means it. A count outside parentheses which `and` or `or` follows is an error that shows both
// spellings. Only `any of F.x or b` and `all of F.x and b`, over one list that is whole by itself, pass.
//
// Tested by tests/language/cases/open-counts and tests/language/open_count_test.cpp.

#include "language/resolving/names.h"

namespace stasis::language {

/// Reports it, with the list as its fix where only names follow.
void reportOpenCount(const syntax::OpenCount& open, const Names& names);

} // namespace stasis::language
