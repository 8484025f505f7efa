#include "report/telling/long_words.h"

#include "model/lower_case.h"

namespace stasis::report {

std::vector<std::string> longWords(std::string_view text, std::size_t shortest) {
  std::vector<std::string> words;
  std::string word;
  const auto end = [&] {
    if (word.size() >= shortest)
      words.push_back(model::lowerCase(word));
    word.clear();
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (text.substr(i, 2) == "\xe2\x80") { // typographic marks and dashes
      end();
      i += 2;
    } else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               (static_cast<unsigned char>(c) & 0x80U) != 0)
      word += c;
    else
      end();
  }
  end();
  return words;
}

} // namespace stasis::report
