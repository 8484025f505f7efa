#include "language/lexing/word_character.h"

namespace stasis::language {

bool isWordCharacter(char32_t c) {
  if (c < 0x80)
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= U'0' && c <= U'9');
  const bool latinSign = (c < 0xC0 && c != 0xAA && c != 0xB5 && c != 0xBA) || c == 0xD7 || c == 0xF7;
  const bool printersSign = (c >= 0x2000 && c <= 0x206F) || (c >= 0x20A0 && c <= 0x20CF);
  const bool drawnSign = (c >= 0x2190 && c <= 0x2BFF) || (c >= 0x3000 && c <= 0x3003) ||
                         (c >= 0x3008 && c <= 0x301F) || c == 0xFEFF;
  return !latinSign && !printersSign && !drawnSign;
}

} // namespace stasis::language
