#pragma once

// The answer of `outline`: what a text declares and where, as JSON `stasis/outline-1`, for editors and forms
// that change one thing and leave the rest alone. Ranges are bytes [begin, end) of the text.

#include "evidence/citations.h"
#include "language/words/outline.h"

#include <string>

namespace stasis::report {

struct OutlineView {
  const language::Outline& outline;
  const language::SourceText& source;
  /// If the text has no errors: the conflict, and the passages of its citations.
  const model::Conflict* conflict = nullptr;
  const evidence::CheckedCitations* citations = nullptr;
};

std::string outlineJson(const OutlineView& view);

} // namespace stasis::report
