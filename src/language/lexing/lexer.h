#pragma once

// Text to tokens, and the bytes that cannot be text to diagnostics. A statement ends with its line, unless
// the line ends in a comma or an operator; blank lines and comments in between do not matter. Never fails:
// signs of other languages (`&&`, “quotes”) are reported and read as what they were meant for, so that one
// mistake is one diagnostic. Names may have letters of any script (any_script.h). O(bytes).
//
// Tested by tests/language/lexer_test.cpp and, on arbitrary bytes, by tests/fuzz/parse_fuzz.cpp.

#include "language/codes/problems.h"
#include "language/lexing/source_text.h"
#include "language/lexing/token.h"

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stasis::language {

/// A name that is not written in normalisation form C, in that form.
struct Spelling {
  std::string composed;
  model::Range range; ///< where it is written
};
using Spellings = std::deque<Spelling>;

/// Where the name is written of which these words are a view; none if it is none of these.
std::optional<model::Range> placeOf(std::string_view words, const Spellings& spellings);

struct Lexed {
  std::vector<Token> tokens; ///< in order, the last one is Kind::end
  std::shared_ptr<Spellings> spellings = std::make_shared<Spellings>(); ///< what tokens point to
  Problems problems;
  bool isText = true; ///< false: the bytes are something else (one diagnostic says so), there are no tokens
  bool borrowed = false; ///< some line was in the form of something else: its tokens are what it means
};

/// Whether lines in the form of something else (borrowed_lines.h) become what they mean, and are reported;
/// else every token is one of the text.
enum class Lines : std::uint8_t { asWritten, asMeant };

Lexed lex(const SourceText& source, Lines lines = Lines::asWritten);

} // namespace stasis::language
