#pragma once

// What is said of the thing under the cursor, in Markdown: its name and label, the lines that declare it, the
// passages that its citations quote with their place in the source; of a state also what is taken in it and
// which concepts hold there; of a concept its definition; of a word of the language what it does.
//
// O(size of the declaration), and the bytes of the sources cited. Tested by tests/lsp/server_test.cpp.

#include "lsp/study.h"

#include <optional>
#include <string>

namespace stasis::lsp {

struct Hover {
  std::string markdown;
  model::Range range;
};

std::optional<Hover> hover(const Studied& known, std::size_t offset,
                           const std::optional<std::string>& folder);

/// What a word of the language does, one line; empty for others.
std::string_view meaningOf(language::Word word);
/// The same of a word that is one in its place only, such as `strongly`.
std::string_view meaningOfPlaced(std::string_view word);

} // namespace stasis::lsp
