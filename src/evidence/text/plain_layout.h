#pragma once

// A plain text as paragraphs. Whether a line goes on in the next one is decided for each block of lines: it
// does where the next begins in lower case, or where it reaches the margin of its block; it does not at a
// bullet, a heading, a line set in, or behind a short line that ends a sentence. A sentence that a page end
// has cut goes on behind it. A word that was cut by a hyphen at a line end is whole again, unless it is
// written with the hyphen elsewhere in the text.
//
// Linear in the text. Tested on reports wrapped at any width: they say what the unwrapped ones say.

#include "evidence/text/paragraphs.h"

namespace stasis::evidence {

/// `text` is UTF-8; ranges are its bytes.
Paragraphs layOut(std::string_view text);

} // namespace stasis::evidence
