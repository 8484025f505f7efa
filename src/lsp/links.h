#pragma once

// Links out of a text: the path of each source to its file, the words of each citation to the line of the
// report they stand on. O(citations). Tested by tests/lsp/server_test.cpp.

#include "lsp/study.h"

#include <optional>
#include <string>
#include <vector>

namespace stasis::lsp {

struct Link {
  model::Range range;
  std::string path;
  std::size_t line = 0; ///< from 1; 0: none is meant
};

std::vector<Link> links(const Studied& known, const std::optional<std::string>& folder);

} // namespace stasis::lsp
