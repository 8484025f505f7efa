#pragma once

// Answers shown in the text. A lens is a line above: the verdict of each named state and of today's state,
// and above the title the counts and an offer to show the whole tables. A hint stands after its line: whether
// an expectation is met, and the options taken in a listed state.
//
// O(states named). Tested by tests/lsp/server_test.cpp against `solve`.

#include "lsp/study.h"

#include <string>
#include <vector>

namespace stasis::lsp {

struct Lens {
  model::Range range;
  std::string title;
  bool offersTables = false; ///< choosing the lens shows the tables
};

/// Sorted by place; none before anything has been judged.
std::vector<Lens> lenses(const Studied& known);

struct Hint {
  std::size_t offset = 0;
  std::string label;
  std::string tooltip;
};

/// Those within the range.
std::vector<Hint> hints(const Studied& known, model::Range range);

} // namespace stasis::lsp
