#pragma once

// Which lines can be folded away: the block below its first line, and comments on lines one after the other.
// O(tokens). Tested by tests/lsp/server_test.cpp.

#include "lsp/reading.h"

#include <vector>

namespace stasis::lsp {

struct Fold {
  std::size_t first = 0; ///< line from 0; it stays
  std::size_t last = 0;
  bool comment = false;
};

std::vector<Fold> folds(const Reading& reading);

} // namespace stasis::lsp
