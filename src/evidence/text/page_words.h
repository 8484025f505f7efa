#pragma once

// The words of a text node with the bytes they came from. The parser gives the words with entities decoded,
// and the stretch of the page that contains them. The two are walked through in parallel: equal bytes are
// copied, `&…;` is one thing, and tags that the parser dropped are skipped.
//
// Linear. Tested on entities of every form and against a page without any.

#include "evidence/text/paragraphs.h"

namespace stasis::evidence {

/// `decoded`: the words; `stretch`: the part of the page, from byte `at` on, that they were decoded from.
/// With `lines`, line ends count (as in `<pre>`).
void writeWords(ParagraphWriter& out, std::string_view decoded, std::string_view stretch, std::size_t at,
                bool lines);

} // namespace stasis::evidence
