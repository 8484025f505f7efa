#pragma once

// The letters of a state, `YNY`, which may stand where a name does.

#include <string_view>

namespace stasis::language {

constexpr bool isLetters(std::string_view text) {
  return text.find_first_not_of("YNyn") == std::string_view::npos;
}

} // namespace stasis::language
