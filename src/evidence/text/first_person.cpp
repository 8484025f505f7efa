#include "evidence/text/first_person.h"

#include "evidence/text/phrases.h"

#include <algorithm>
#include <string>
#include <vector>

namespace stasis::evidence {

bool isFirstPerson(std::string_view words) {
  static const std::vector<std::string> own = {"i",  "we",  "my",    "our",  "us",
                                               "me", "i'm", "we're", "i'll", "we'll"};
  const std::string lower = inLowerCase(words);
  for (std::size_t at = 0; at < lower.size();) {
    const std::size_t end = std::min(lower.find_first_of(" .,;:?!\x05\"", at), lower.size());
    if (std::ranges::find(own, std::string_view(lower).substr(at, end - at)) != own.end())
      return true;
    at = end + 1;
  }
  return false;
}

} // namespace stasis::evidence
