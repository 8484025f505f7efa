#pragma once

// What stands between quotation marks, by a state machine that sees one mark after another. A mark opens or
// closes by its neighbours ("said, “No”": free on the left, bound on the right), and only where these do not
// say by its glyph. Double marks nest; single marks count where no double quote is open, apostrophes never.
//
// A quote that is not closed goes on if the next paragraph opens with a mark; else it ends with its paragraph
// and says so, so that a mark that was dropped costs at most that paragraph. Linear; never fails.

#include "evidence/reading/reading_text.h"

#include <vector>

namespace stasis::evidence {

struct QuoteSpan {
  model::Range outer; ///< marks included, where there are any
  model::Range inner;
  bool single = false;
  bool unclosed = false;  ///< and not carried on: its end is a guess
  bool continued = false; ///< carries on the quote that the paragraph before left open
};

/// The outermost quotes of every paragraph, in the order of the text.
std::vector<QuoteSpan> scanQuotes(std::string_view text, const std::vector<model::Range>& paragraphs);

} // namespace stasis::evidence
