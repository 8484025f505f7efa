#pragma once

// The lines of a text as a formatter sees them: the tokens and comment of each physical line, whether it goes
// on from the line before, and whether the author left a blank line above it. Blank lines themselves are not
// kept.

#include "language/lexing/source_text.h"
#include "language/lexing/token.h"

#include <span>
#include <string_view>
#include <vector>

namespace stasis::language {

struct TextLine {
  std::vector<Token> tokens; ///< words and signs, no comment
  std::string_view comment;  ///< from its #, without spaces at its end; may be empty
  std::size_t commentColumn = 1;
  bool blankAbove = false;
  bool continued = false; ///< goes on from the statement above

  bool isComment() const { return tokens.empty(); }
  bool hasTrailingComment() const { return !tokens.empty() && !comment.empty(); }
};

std::vector<TextLine> linesOf(const SourceText& source, std::span<const Token> tokens);

} // namespace stasis::language
