#pragma once

// One character of a sentence as the tokenizer sees it. O(1). Tested through the tokenizer.

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace stasis::evidence::grammar {

enum class CharacterKind : std::uint8_t {
  space,  ///< stands between words, belongs to none
  letter, ///< letters, and every character beyond ASCII that is nothing else here
  digit,
  apostrophe, ///< ' ’ `
  mark,       ///< a word of its own, or of a run of itself: quotation marks, brackets, stops, dashes
};

struct Character {
  CharacterKind kind = CharacterKind::mark;
  std::size_t length = 1; ///< bytes
};

/// The character at `at`, which must be inside `text`. A byte that is not UTF-8 is a mark.
Character characterAt(std::string_view text, std::size_t at);

inline bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
inline bool isDigit(char c) { return c >= '0' && c <= '9'; }
inline bool isCapital(char c) { return c >= 'A' && c <= 'Z'; }

} // namespace stasis::evidence::grammar
