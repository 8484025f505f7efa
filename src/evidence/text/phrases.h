#pragma once

// The word lists that layout depends on, compiled in from words/*.txt: one entry a line; a comment begins
// with `#`. Each is parsed once. Tested on every list.

#include <string>
#include <string_view>
#include <vector>

namespace stasis::evidence {

/// The entries of words/NAME.txt in lower case. Throws std::logic_error if there is no such list.
const std::vector<std::string>& phrases(std::string_view list);

/// True if an entry of the list stands in the words as whole words, ignoring case. O(words × entries).
bool holdsPhrase(std::string_view words, std::string_view list);

/// True if the words are an entry of the list, ignoring case.
bool isPhrase(std::string_view words, std::string_view list);

std::string inLowerCase(std::string_view words);

/// What stands between spaces, as parts of the text.
std::vector<std::string_view> wordsBySpaces(std::string_view text);

} // namespace stasis::evidence
