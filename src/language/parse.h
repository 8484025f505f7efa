#pragma once

// `.conflict` text to a Conflict. Never throws on any bytes; every problem of the file is reported in one
// run.

#include "language/diagnostic.h"
#include "language/source_text.h"
#include "model/conflict.h"

#include <optional>

namespace stasis::language {

struct Parsed {
  std::optional<model::Conflict> conflict; ///< present when there are no errors
  Diagnostics diagnostics;                 ///< errors and warnings, by place
};

/// O(bytes) in time and memory, but for names misspelt (each compared with those declared).
Parsed parse(const SourceText& source);

} // namespace stasis::language
