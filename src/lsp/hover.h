#pragma once

// What hover shows of the thing under the cursor, in Markdown: its name and label, the lines that declare it,
// and the passages that its citations quote with their place in the source. For a state also the options
// taken and the concepts under which it holds; for a concept its definition; for a word of the language what
// it does.
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

/// What a word of the language does, in one line; empty for other words.
std::string_view meaningOf(language::Word word);
/// The same for a word with a meaning only in its place, such as `strongly`.
std::string_view meaningOfPlaced(std::string_view word);

} // namespace stasis::lsp
