#pragma once

// Words that turn the sense of what stands beside them, just outside a cited passage: `not`, `never`, `refuse
// to` before it, `unless`, `if`, `except` behind it. Who cites from there on cites the opposite.
//
// Looks at a few words on each side: O(1). Tested on passages cut at each of the words, and beside them.

#include "model/range.h"

#include <optional>
#include <string>
#include <string_view>

namespace stasis::evidence {

struct Cut {
  std::string word;   ///< lower case, as it stands there
  bool before = true; ///< the passage begins right after it; else it ends right before it
};

/// `passage` lies in `text`. Marks of quotation and white space between are passed over, ends of sentences
/// not.
std::optional<Cut> cutAt(std::string_view text, model::Range passage);

} // namespace stasis::evidence
