#include "language/words/statement_number.h"

#include <charconv>

namespace stasis::language {

std::optional<std::size_t> statementNumber(std::string_view words) {
  constexpr std::size_t longest = 10; // with the sign
  if (words.size() < 2 || words.size() > longest || words[0] != '#' || words[1] == '0')
    return std::nullopt;
  std::size_t number = 0;
  const auto [end, problem] = std::from_chars(words.data() + 1, words.data() + words.size(), number);
  return problem == std::errc() && end == words.data() + words.size() ? std::optional(number) : std::nullopt;
}

} // namespace stasis::language
