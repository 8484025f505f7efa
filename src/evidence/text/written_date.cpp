#include "evidence/text/written_date.h"

#include "evidence/text/phrases.h"

#include <array>

namespace stasis::evidence {

namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }

std::string twoDigits(std::size_t n) { return (n < 10 ? "0" : "") + std::to_string(n); }

std::size_t monthNamed(std::string_view word) {
  static constexpr std::array<std::string_view, 12> names = {"jan", "feb", "mar", "apr", "may", "jun",
                                                             "jul", "aug", "sep", "oct", "nov", "dec"};
  const std::string lower = inLowerCase(word.substr(0, 3));
  for (std::size_t m = 0; m < names.size(); ++m)
    if (lower == names[m])
      return m + 1;
  return 0;
}

} // namespace

std::optional<std::string> writtenDate(std::string_view words) {
  if (words.size() >= 10 && isDigit(words[0]) && isDigit(words[3]) && words[4] == '-' && words[7] == '-')
    return std::string(words.substr(0, 10));
  std::size_t day = 0;
  std::size_t month = 0;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min(words.find_first_of(" ,-", at), words.size());
    const std::string_view word = words.substr(at, end - at);
    std::size_t number = 0;
    for (const char c : word.substr(0, 4))
      number = isDigit(c) ? number * 10 + static_cast<std::size_t>(c - '0') : number;
    const bool isNumber = !word.empty() && isDigit(word[0]);
    if (month == 0 && isNumber && word.size() < 3)
      day = number;
    else if (day > 0 && month == 0 && !isNumber)
      month = monthNamed(word);
    else if (month > 0 && isNumber && word.size() == 4)
      return std::to_string(number) + '-' + twoDigits(month) + '-' + twoDigits(day);
    at = end + 1;
  }
  return std::nullopt;
}

} // namespace stasis::evidence
