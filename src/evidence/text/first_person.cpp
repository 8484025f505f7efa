#include "evidence/text/first_person.h"

#include "evidence/text/phrases.h"

#include <algorithm>
#include <string>
#include <vector>

namespace stasis::evidence {

namespace {

/// Replaces quoted words by blanks. Quotation marks may be those of print or those of a reading text.
std::string withoutQuotations(std::string words) {
  constexpr std::string_view marks[][2] = {{"\"", "\""}, {"\x01", "\x02"}, {"\u201C", "\u201D"}};
  for (const auto& [open, close] : marks)
    for (std::size_t at = words.find(open); at != std::string::npos; at = words.find(open, at)) {
      const std::size_t end = words.find(close, at + open.size());
      if (end == std::string::npos)
        break;
      words.replace(at, end + close.size() - at, " ");
    }
  return words;
}

} // namespace

bool isFirstPerson(std::string_view words) {
  static const std::vector<std::string> own = {"i",  "we",  "my",    "our",  "us",
                                               "me", "i'm", "we're", "i'll", "we'll"};
  const std::string lower = withoutQuotations(inLowerCase(words));
  for (std::size_t at = 0; at < lower.size();) {
    const std::size_t end = std::min(lower.find_first_of(" .,;:?!\x05\"", at), lower.size());
    if (std::ranges::find(own, std::string_view(lower).substr(at, end - at)) != own.end())
      return true;
    at = end + 1;
  }
  return false;
}

} // namespace stasis::evidence
