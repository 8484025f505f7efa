#pragma once

// What can stand at the cursor: a party, an option, a state, a concept, a source, words of a source, a
// statement. The words before it in its statement and the block around the statement decide. So it works
// while the line is being written and cannot be parsed yet.
//
// O(lines of the block above). Tested by tests/lsp/completion_test.cpp, one case for each kind of place.

#include "model/range.h"

#include <cstdint>
#include <string_view>

namespace stasis::lsp {

struct Cursor {
  enum class Wants : std::uint8_t {
    other,
    statement, ///< a line begins
    condition, ///< options, definitions, words between them
    line,      ///< a line of `prefer`: a condition, or the next statement
    option,    ///< an option alone: `status quo`, `weigh`
    optionOf,  ///< after `party.`
    family,
    holder, ///< a party or a family
    state,
    unseen,   ///< after `blind`: a state, or a condition
    attitude, ///< `for`, `against` or `neutral`
    expected, ///< after `expect`
    solutionConcept,
    source,
    sourceWords, ///< inside the quotation marks after `because SOURCE`
    path,        ///< inside the quotation marks after `source NAME`
    code,        ///< after `allow`
  };
  Wants wants = Wants::other;
  model::Range typed;      ///< the part that is already there
  std::string_view owner;  ///< of an option; `self` in `prefer each`
  std::string_view source; ///< the source whose words are wanted
  std::string_view self;   ///< the family of the `prefer each` around the line
  bool inView = false;     ///< the line stands in a `view`
};

Cursor cursorAt(std::string_view text, std::size_t offset);

} // namespace stasis::lsp
