#pragma once

// Text to tokens, and the bytes that cannot be text to diagnostics. A statement ends with its line, unless
// the line ends in a comma or an operator; blank lines and comments in between do not matter. Never fails:
// signs of other languages (`&&`, “quotes”) are reported and read as what they were meant for, so that one
// mistake is one diagnostic. O(bytes).
//
// Tested by tests/language/lexer_test.cpp and, on arbitrary bytes, by tests/fuzz/parse_fuzz.cpp.

#include "language/codes/problems.h"
#include "language/lexing/source_text.h"
#include "language/lexing/token.h"

#include <vector>

namespace stasis::language {

struct Lexed {
  std::vector<Token> tokens; ///< in order, the last one is Kind::end
  Problems problems;
  bool isText = true; ///< false: the bytes are something else (one diagnostic says so), there are no tokens
};

Lexed lex(const SourceText& source);

} // namespace stasis::language
