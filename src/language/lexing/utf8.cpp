#include "language/lexing/utf8.h"

#include <array>

namespace stasis::language {

namespace {

/// Bytes a character has by its first byte, 0 if none begins so.
std::size_t lengthBy(unsigned char first) {
  if (first < 0x80)
    return 1;
  if (first < 0xC2)
    return 0;
  if (first < 0xE0)
    return 2;
  if (first < 0xF0)
    return 3;
  return first < 0xF5 ? 4 : 0;
}

constexpr std::array<char32_t, 5> leastOf{0, 0, 0x80, 0x800, 0x10000};

} // namespace

CodePoint codePointAt(std::string_view text, std::size_t offset) {
  const auto first = static_cast<unsigned char>(text[offset]);
  const std::size_t length = lengthBy(first);
  if (length == 1)
    return {first, 1, true};
  if (length == 0 || offset + length > text.size())
    return {};
  char32_t value = first & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    const auto next = static_cast<unsigned char>(text[offset + i]);
    if ((next & 0xC0U) != 0x80U)
      return {};
    value = value << 6 | (next & 0x3FU);
  }
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  if (value < leastOf[length] || value > 0x10FFFF || surrogate)
    return {};
  return {value, length, true};
}

std::string codePointName(char32_t value) {
  std::string digits;
  for (auto rest = static_cast<unsigned long>(value); rest != 0 || digits.size() < 4; rest >>= 4)
    digits.insert(digits.begin(), "0123456789ABCDEF"[rest & 0xF]);
  return "U+" + digits;
}

} // namespace stasis::language
