#pragma once

// Links out of a text: from the path of each source to its file, and from the words of each citation to their
// line in the report. O(citations). Tested by tests/lsp/server_test.cpp.

#include "lsp/study.h"

#include <optional>
#include <string>
#include <vector>

namespace stasis::lsp {

struct Link {
  model::Range range;
  std::string path;
  std::size_t line = 0; ///< from 1; 0: no particular line
};

std::vector<Link> links(const Studied& known, const std::optional<std::string>& folder);

} // namespace stasis::lsp
