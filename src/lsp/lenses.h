#pragma once

// Answers shown in the text. A lens is a line above: the verdict of each state that has a name and of today's
// state; above the title the counts, and the offer to show the whole tables. A hint stands behind its line:
// whether an expectation is met, and what is taken in a listed state.
//
// O(states named). Tested by tests/lsp/server_test.cpp against `solve`.

#include "lsp/study.h"

#include <string>
#include <vector>

namespace stasis::lsp {

struct Lens {
  model::Range range;
  std::string title;
  bool offersTables = false; ///< choosing it shows the tables
};

/// By place; none where nothing has been judged.
std::vector<Lens> lenses(const Studied& known);

struct Hint {
  std::size_t offset = 0;
  std::string label;
  std::string tooltip;
};

/// Those within the range.
std::vector<Hint> hints(const Studied& known, model::Range range);

} // namespace stasis::lsp
