#pragma once

// A passage as words and marks, for rules about clauses: words in lower case with one kind of apostrophe,
// marks by what they do. `U.S.` and `Mr.` are one word each, so that every `stop` ends a sentence.
//
// Linear in the passage.

#include "model/range.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace stasis::evidence {

struct ClauseToken {
  enum class Kind : std::uint8_t { word, comma, stop, semicolon, dash, openQuote, closeQuote, open, close };
  Kind kind = Kind::word;
  model::Range range; ///< bytes of the report
  std::string word;   ///< in lower case; for a mark, its bytes
  bool capital = false;

  bool is(std::string_view text) const { return kind == Kind::word && word == text; }
  bool isWord() const { return kind == Kind::word; }
};

using ClauseTokens = std::span<const ClauseToken>;

std::vector<ClauseToken> clauseTokens(std::string_view report, model::Range scope);

/// The sentences of the tokens, each with its stop and the closing marks after it.
std::vector<ClauseTokens> sentencesOf(ClauseTokens tokens);

} // namespace stasis::evidence
