#pragma once

// What can be done about the problems at a place: every fix that a problem has, `allow CODE` for a warning
// that is intended, and all safe fixes of the text at once. O(problems).
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
  const language::Diagnostic* mends = nullptr; ///< null for the action that mends everything
  bool safe = false;                           ///< it certainly keeps the meaning of the text
  bool all = false;                            ///< it concerns the whole text
};

/// The actions for problems that touch the range.
std::vector<Action> actions(const Reading& reading, const language::Diagnostics& diagnostics,
                            model::Range range);

} // namespace stasis::lsp
