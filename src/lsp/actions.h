#pragma once

// What can be done about the problems at a place: every fix that a problem has, `allow CODE` for a warning
// that is meant, and all safe fixes of the text at once. O(problems).
//
// Tested by tests/lsp/actions_test.cpp: every fix of every code's example leaves a text without that problem.

#include "language/codes/diagnostic.h"
#include "lsp/reading.h"

#include <string>
#include <vector>

namespace stasis::lsp {

struct Action {
  std::string title;
  std::vector<language::Edit> edits;
  const language::Diagnostic* mends = nullptr; ///< none of what mends all
  bool safe = false;                           ///< it is what the text means for sure
  bool all = false;                            ///< of the whole text
};

/// Those of problems that touch the range.
std::vector<Action> actions(const Reading& reading, const language::Diagnostics& diagnostics,
                            model::Range range);

} // namespace stasis::lsp
