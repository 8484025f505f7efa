#pragma once

// A few lines of text can ask for more than fits any memory: `prefer each` over a thousand members, of lists
// of a thousand options, a thousand times. What expansion makes is counted here, and refused beyond these
// limits (a hundred times what the largest model we know of needs).

#include "language/resolving/names.h"

namespace stasis::language {

class Expansion {
public:
  static constexpr std::size_t mostOptions = 100'000;
  static constexpr std::size_t mostConditions = 8'000'000; ///< nodes of all expressions together
  static constexpr std::size_t mostLetters = 200'000'000;  ///< Y, N and - of all states together
  static constexpr std::size_t mostWords = 64'000'000;     ///< bytes of labels and citations, copies included

  static constexpr std::size_t mostAttitudes = 1'000'000;

  explicit Expansion(const Names& names) : names_(names) {}

  /// Each counts what is to be made for the words; false, reported once, if that is too much.
  bool options(std::size_t more, syntax::Words words) {
    return spend(options_, more, mostOptions, "options", words);
  }
  bool conditions(std::size_t more, syntax::Words words) {
    return spend(conditions_, more, mostConditions, "conditions", words);
  }
  bool letters(std::size_t more, syntax::Words words) {
    return spend(letters_, more, mostLetters, "choices in all states together", words);
  }

  bool attitudes(std::size_t more, syntax::Words words) {
    return spend(attitudes_, more, mostAttitudes, "attitudes of all parties together", words);
  }
  bool copiedWords(std::size_t more, syntax::Words words) {
    return spend(words_, more, mostWords, "bytes of labels and citations, as every member has a copy", words);
  }

private:
  bool spend(std::size_t& used, std::size_t more, std::size_t most, const char* what, syntax::Words words);

  const Names& names_;
  std::size_t options_ = 0;
  std::size_t conditions_ = 0;
  std::size_t letters_ = 0;
  std::size_t words_ = 0;
  std::size_t attitudes_ = 0;
  bool reported_ = false;
};

} // namespace stasis::language
