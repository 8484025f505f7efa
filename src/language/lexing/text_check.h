#pragma once

// Whether bytes are text at all: UTF-8 without control characters. What is plainly something else (a picture,
// UTF-16) gets one diagnostic instead of thousands; a stray bad byte gets one a line. O(bytes).

#include "language/codes/problems.h"
#include "language/lexing/source_text.h"

namespace stasis::language {

/// Reports what is wrong with the bytes; false if they are not worth reading on.
bool checkText(const SourceText& source, Problems& problems);

} // namespace stasis::language
