#pragma once

// What stands between quotation marks, by a state machine that sees one mark after another. A mark opens or
// closes according to its neighbours ("said, “No”": free on the left, bound on the right); if these do not
// decide, by its glyph. Double marks nest. Single marks count only outside double quotes, apostrophes never.
//
// An unclosed quote continues if the next paragraph opens with a mark. Otherwise it ends with its paragraph
// and is flagged, so a missing mark costs at most that paragraph. Linear; never fails.

#include "evidence/reading/reading_text.h"

#include <vector>

namespace stasis::evidence {

struct QuoteSpan {
  model::Range outer; ///< with the marks, if there are any
  model::Range inner;
  bool single = false;
  bool unclosed = false;  ///< and does not continue: its end is a guess
  bool continued = false; ///< continues the quote that the paragraph before left open
};

/// The outermost quotes of every paragraph, in the order of the text.
std::vector<QuoteSpan> scanQuotes(std::string_view text, const std::vector<model::Range>& paragraphs);

} // namespace stasis::evidence
