#pragma once

// What a text declares, as a tree: parties with their options, definitions, states, preferences, sources.
// O(declarations). Tested by tests/lsp/server_test.cpp on a whole model and on one with mistakes.

#include "lsp/reading.h"

#include <string>
#include <vector>

namespace stasis::lsp {

struct Symbol {
  enum class Kind : std::uint8_t {
    conflict,
    party,
    family,
    option,
    define,
    state,
    preference,
    moves,
    source
  };
  Kind kind = Kind::party;
  std::string name;
  std::string detail;
  model::Range range;     ///< the whole of it
  model::Range nameRange; ///< within `range`
  std::vector<Symbol> children;
};

/// Sorted by place.
std::vector<Symbol> symbols(const Reading& reading);

} // namespace stasis::lsp
