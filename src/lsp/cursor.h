#pragma once

// What can stand where the cursor is: a party, an option, a state, a concept, a source, words of a source, a
// statement. Told by the words before it in its statement and by the block the statement is in, so it works
// while the line is being written and cannot be read yet.
//
// O(lines of the block above). Tested by tests/lsp/completion_test.cpp, a case a place.

#include "model/range.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace stasis::lsp {

struct Cursor {
  enum class Wants : std::uint8_t {
    other,
    statement, ///< a line begins
    condition, ///< options, definitions, words between them
    line,      ///< a line of `prefer`: a condition, or the next statement
    option,    ///< an option alone: `status quo`, `weigh`
    optionOf,  ///< behind `party.`
    family,
    holder, ///< a party or a family
    state,
    attitude, ///< `for`, `against` or `neutral`
    expected, ///< behind `expect`
    solutionConcept,
    source,
    sourceWords, ///< inside the marks behind `because SOURCE`
    path,        ///< inside the marks of `source NAME`
    code,        ///< behind `allow`
  };
  Wants wants = Wants::other;
  model::Range typed;      ///< what is there of it
  std::string_view owner;  ///< of an option; `self` in `prefer each`
  std::string_view source; ///< whose words
  std::string_view self;   ///< the family of `prefer each` that the line is in
};

Cursor cursorAt(std::string_view text, std::size_t offset);

} // namespace stasis::lsp
