#include "evidence/grammar/characters.h"

#include "language/lexing/utf8.h"

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
  const bool latinSign = c < 0xC0 && c != 0xAA && c != 0xB5 && c != 0xBA;
  const bool printersSign = (c >= 0x2010 && c <= 0x205E) || (c >= 0x20A0 && c <= 0x20CF);
  const bool drawnSign = (c >= 0x2190 && c <= 0x2BFF) || (c >= 0x3001 && c <= 0x3003) ||
                         (c >= 0x3008 && c <= 0x301F) || c == 0xD7 || c == 0xF7;
  return latinSign || printersSign || drawnSign ? CharacterKind::mark : CharacterKind::letter;
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
