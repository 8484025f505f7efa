#pragma once

// Lower case of the letters A to Z only: words of the language, headings of tables, endings of files. Text
// that people write has other letters, too (evidence/reading/lexicon.h).

#include <algorithm>
#include <string>
#include <string_view>

namespace stasis::model {

constexpr char lowerCase(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

inline std::string lowerCase(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(), [](char c) { return lowerCase(c); });
  return lower;
}

} // namespace stasis::model
