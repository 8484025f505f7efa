#pragma once

// One step through UTF-8 text (RFC 3629: shortest forms only, no surrogates, up to U+10FFFF). O(1).

#include <cstddef>
#include <string>
#include <string_view>

namespace stasis::language {

struct CodePoint {
  char32_t value = 0;
  std::size_t length = 1; ///< bytes; of bytes that are no character, how many to step over (1)
  bool valid = false;
};

/// The character that begins at `offset`, which must be inside the text.
CodePoint codePointAt(std::string_view text, std::size_t offset);

/// How a character is named where it cannot be shown: `U+00A0`.
std::string codePointName(char32_t value);

} // namespace stasis::language
