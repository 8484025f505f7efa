#pragma once

// The lists of words that reading goes by, compiled in from words/*.txt: one entry a line, what follows `#`
// is a comment, and an entry may have a value behind ` = `. Each list says at its top where it came from.
//
// A list is parsed once, when it is first asked for. Tested on every list: no entry twice, no empty one.

#include <span>
#include <string_view>
#include <vector>

namespace stasis::evidence {

struct WordFile {
  std::string_view name; ///< without the ending
  std::string_view text;
};

/// Every list as it was compiled in, by name.
std::span<const WordFile> wordFiles();

struct WordEntry {
  std::string_view words;
  std::string_view value; ///< may be empty
};

/// The entries of a text in the form above, in its order.
std::vector<WordEntry> wordEntries(std::string_view text);

/// The entries of words/NAME.txt; throws std::logic_error where there is no such list.
const std::vector<WordEntry>& wordList(std::string_view name);

} // namespace stasis::evidence
