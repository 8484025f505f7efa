#pragma once

// The word lists for reading, compiled in from words/*.txt: one entry a line; a comment begins with `#`; an
// entry may have a value after ` = `. Each list says at its top where it came from.
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

/// All compiled-in lists, by name.
std::span<const WordFile> wordFiles();

struct WordEntry {
  std::string_view words;
  std::string_view value; ///< may be empty
};

/// The entries of a text in this format, in its order.
std::vector<WordEntry> wordEntries(std::string_view text);

/// The entries of words/NAME.txt. Throws std::logic_error if there is no such list.
const std::vector<WordEntry>& wordList(std::string_view name);

} // namespace stasis::evidence
