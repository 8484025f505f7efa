#pragma once

// What each word of a text is, so that an editor can colour parties and options differently. O(tokens of the
// range). Tested by tests/lsp/server_test.cpp.

#include "lsp/reading.h"

#include <array>
#include <string_view>
#include <vector>

namespace stasis::lsp {

/// The legend, in the order of the numbers, with the names of the protocol.
inline constexpr std::array<std::string_view, 11> tokenTypes{
    "keyword",   "class", "enum",   "property", "variable", "enumMember",
    "namespace", "type",  "string", "number",   "comment"};
inline constexpr std::array<std::string_view, 1> tokenModifiers{"declaration"};

struct SemanticToken {
  model::Range range; ///< within one line
  std::uint32_t type = 0;
  bool declares = false;
};

std::vector<SemanticToken> semanticTokens(const Reading& reading, model::Range range);

} // namespace stasis::lsp
