#pragma once

// What may be written at the cursor, from the names that the text declares, the concepts, the codes, the
// files of the folder, and the words of a cited source. The names are those of the last reading, so a key
// press needs no new one.
//
// O(names) for each; words of a source O(its bytes). Tested by tests/lsp/completion_test.cpp.

#include "lsp/cursor.h"
#include "lsp/reading.h"

#include <optional>
#include <string>
#include <vector>

namespace stasis::lsp {

struct Completion {
  enum class Kind : std::uint8_t {
    party,
    family,
    option,
    define,
    state,
    solutionConcept,
    source,
    words,
    word,
    file,
    code
  };
  Kind kind = Kind::word;
  std::string label;
  std::string detail; ///< may be empty
  std::string insert; ///< replaces what is typed
};

struct Completions {
  model::Range typed; ///< in the current text
  std::vector<Completion> items;
  bool more = false; ///< there will be others once more is typed
};

inline constexpr std::size_t mostCompletions = 200;

/// `text` and `offset` are current; `names` may be of an earlier version. `folder`: the folder of the text.
Completions completions(std::string_view text, std::size_t offset, const Names& names,
                        const std::optional<std::string>& folder);

} // namespace stasis::lsp
