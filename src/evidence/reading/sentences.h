#pragma once

// The words of a paragraph as sentences. A quote is one token, whatever stands in it: only the reporter's
// words are read as sentences. A full stop after an abbreviation ends no sentence, nor does a closing mark
// after `?` or `!` if the speaker follows ("“Why?” she asked."). Closing marks belong to their sentence.
//
// One pass; entries of several words (`Saudi Arabia`, `prime minister`) are one token.

#include "evidence/reading/lexicon.h"
#include "evidence/reading/quote_scan.h"

#include <cstdint>
#include <vector>

namespace stasis::evidence {

enum class TokenKind : std::uint8_t {
  word,
  number,
  comma,
  colon,
  semicolon,
  dash,
  open,
  close,
  stop,
  quote,
  other
};

struct Token {
  model::Range range;
  TokenKind kind = TokenKind::other;
  bool capital = false;      ///< begins with a capital
  bool allCapitals = false;  ///< two letters or more
  bool possessive = false;   ///< `’s` or `’` follows, and is part of the range
  bool collective = false;   ///< a possessive of many: "Workers’", "People’s"
  bool endsEd = false;       ///< may be a past form in -ed
  bool endsIng = false;      ///< in lower case: may be a participle
  std::uint32_t classes = 0; ///< of lexical::…
  const Word* known = nullptr;
  std::uint32_t quote = 0; ///< number of the quote, if it is one

  bool is(std::uint32_t classMask) const { return (classes & classMask) != 0; }
  bool isWord() const { return kind == TokenKind::word; }
  bool isName() const { return isWord() && capital; }
};

struct Sentence {
  std::size_t paragraph = 0;
  model::Range range;
  std::vector<Token> tokens;
};

/// The sentences of a paragraph. `quotes` are those of the whole text.
std::vector<Sentence> sentencesOf(std::string_view text, std::size_t number, model::Range paragraph,
                                  const std::vector<QuoteSpan>& quotes);

/// The words of a range in the form in which sentences compare them: lower case, plain apostrophes.
std::string keyOf(std::string_view words);

} // namespace stasis::evidence
