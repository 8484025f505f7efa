#include "language/lexing/lexer.h"

#include "language/lexing/token_scan.h"

namespace stasis::language {

std::optional<model::Range> placeOf(std::string_view words, const Spellings& spellings) {
  for (const Spelling& one : spellings)
    if (one.composed.data() == words.data())
      return one.range;
  return std::nullopt;
}

Lexed lex(const SourceText& source, Lines lines) { return TokenScan(source, lines).run(); }

} // namespace stasis::language
