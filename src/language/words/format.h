#pragma once

// The canonical layout of a `.conflict` text: two columns of indent by block, one space around operators,
// labels and columns of a block aligned, comments where they were (trailing ones aligned within consecutive
// lines), at most one blank line in a row, no space at line ends, views last. Lines are never joined or
// split, and no word, string or comment is changed, so the text means what it meant. A text with lexical
// errors is not touched.
//
// O(bytes). Tested against: format of the formatted is the same text, and parses to the same conflict, on
// random texts and on the gallery.

#include "language/codes/diagnostic.h"
#include "language/lexing/source_text.h"

#include <optional>
#include <string>

namespace stasis::language {

struct Formatted {
  std::optional<std::string> text; ///< absent if there are errors
  Diagnostics diagnostics;         ///< lexical errors
};

Formatted format(const SourceText& source);

} // namespace stasis::language
