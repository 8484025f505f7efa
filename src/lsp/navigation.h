#pragma once

// From a name to its declaration and to all its uses; from a source to its file, and from cited words to
// their passage. O(names); a passage costs reading its source.
//
// Tested by tests/lsp/server_test.cpp.

#include "lsp/study.h"

#include <optional>
#include <string>
#include <vector>

namespace stasis::lsp {

struct Target {
  std::string path; ///< of another file; empty: this text
  Span span;        ///< in the encoding of the session
};

/// Empty if the name has no declaration.
std::vector<Target> definitions(const Studied& known, std::size_t offset,
                                const std::optional<std::string>& folder, Encoding encoding);

struct Mention {
  model::Range range;
  bool declares = false;
};

/// Sorted by place.
std::vector<Mention> references(const Reading& reading, std::size_t offset);

} // namespace stasis::lsp
