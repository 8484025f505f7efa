#include "evidence/grammar/characters.h"

#include "language/lexing/utf8.h"
#include "language/lexing/word_character.h"

namespace stasis::evidence::grammar {

namespace {

CharacterKind kindOfAscii(char c) {
  if (isLetter(c))
    return CharacterKind::letter;
  if (isDigit(c))
    return CharacterKind::digit;
  if (c == ' ' || (c >= '\t' && c <= '\r'))
    return CharacterKind::space;
  return c == '\'' || c == '`' ? CharacterKind::apostrophe : CharacterKind::mark;
}

CharacterKind kindBeyondAscii(char32_t c) {
  if (c == 0x2019)
    return CharacterKind::apostrophe;
  if (c == 0x85 || c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
      c == 0x3000 || c == 0xFEFF)
    return CharacterKind::space;
  return language::isWordCharacter(c) ? CharacterKind::letter : CharacterKind::mark;
}

} // namespace

Character characterAt(std::string_view text, std::size_t at) {
  if (static_cast<unsigned char>(text[at]) < 0x80)
    return {kindOfAscii(text[at]), 1};
  const language::CodePoint point = language::codePointAt(text, at);
  return point.valid ? Character{kindBeyondAscii(point.value), point.length}
                     : Character{CharacterKind::mark, 1};
}

} // namespace stasis::evidence::grammar
