#pragma once

// The lines that can be folded away: a block below its first line, and comments on consecutive lines.
// O(tokens). Tested by tests/lsp/server_test.cpp.

#include "lsp/reading.h"

#include <vector>

namespace stasis::lsp {

struct Fold {
  std::size_t first = 0; ///< from 0; this line stays visible
  std::size_t last = 0;
  bool comment = false;
};

std::vector<Fold> folds(const Reading& reading);

} // namespace stasis::lsp
