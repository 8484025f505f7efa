#pragma once

// A text without the blanks, or other signs, at its ends.

#include <string_view>

namespace stasis::model {

constexpr std::string_view trimmed(std::string_view text, std::string_view before, std::string_view behind) {
  while (!text.empty() && before.find(text.front()) != std::string_view::npos)
    text.remove_prefix(1);
  while (!text.empty() && behind.find(text.back()) != std::string_view::npos)
    text.remove_suffix(1);
  return text;
}

constexpr std::string_view trimmed(std::string_view text, std::string_view signs = " \t\r\n") {
  return trimmed(text, signs, signs);
}

} // namespace stasis::model
