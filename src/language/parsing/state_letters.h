#pragma once

// The letters of a state, `YNY`, and its number, `s12`, which may stand where a name does.

#include <string_view>

namespace stasis::language {

constexpr bool isLetters(std::string_view text) {
  return text.find_first_not_of("YNyn") == std::string_view::npos;
}

constexpr bool isStateNumber(std::string_view text) {
  return text.size() > 1 && text.front() == 's' &&
         text.find_first_not_of("0123456789", 1) == std::string_view::npos;
}

} // namespace stasis::language
