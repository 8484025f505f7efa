#pragma once

// A plain text as paragraphs. Whether a line continues in the next one is decided for each block of lines. It
// does if the next line begins in lower case, or if it reaches the margin of its block. It does not at a
// bullet, a heading, an indented line, or after a short line that ends a sentence. A sentence cut by the end
// of a page continues after it. A word cut by a hyphen at a line end becomes whole again, unless the text has
// it with the hyphen elsewhere.
//
// Linear in the text. Tested on reports wrapped at any width: they read like the unwrapped ones.

#include "evidence/text/paragraphs.h"

namespace stasis::evidence {

/// `text` is UTF-8; ranges are its bytes.
Paragraphs layOut(std::string_view text);

} // namespace stasis::evidence
