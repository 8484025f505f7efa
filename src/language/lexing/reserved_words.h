#pragma once

// The words that cannot be names, as people are told them: in the order of the one table of them (enum Word,
// token.h), those kept for later last. Tested in tests/language.

#include "language/lexing/token.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace stasis::language {

inline std::vector<std::string_view> reservedWords() {
  std::vector<std::string_view> words;
  for (std::size_t i = 1; i <= static_cast<std::size_t>(Word::revise); ++i)
    words.push_back(spellingOf(static_cast<Word>(i)));
  return words;
}

} // namespace stasis::language
