#pragma once

// The lists of words that layout goes by, compiled in from words/*.txt: one entry a line, `#` begins a
// comment. Parsed once each. Tested on every list.

#include <string>
#include <string_view>
#include <vector>

namespace stasis::evidence {

/// The entries of words/NAME.txt in lower case; throws std::logic_error where there is no such list.
const std::vector<std::string>& phrases(std::string_view list);

/// True where an entry of the list stands in the words as whole words, case aside. O(words × entries).
bool holdsPhrase(std::string_view words, std::string_view list);

/// True where the words are an entry of the list, case aside.
bool isPhrase(std::string_view words, std::string_view list);

std::string inLowerCase(std::string_view words);

} // namespace stasis::evidence
