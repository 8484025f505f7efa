#pragma once

// Words just outside a cited passage that change its meaning: `not`, `never`, `refuse to` before it,
// `unless`, `if`, `except` after it. A citation that leaves them out may say the opposite.
//
// Looks at a few words on each side: O(1). Tested on passages cut at each of the words, and beside them.

#include "model/range.h"

#include <optional>
#include <string>
#include <string_view>

namespace stasis::evidence {

struct Cut {
  std::string word;   ///< as in the text, in lower case
  bool before = true; ///< the passage begins right after it; false: it ends right before it
};

/// `passage` is a range of `text`. Quotation marks and white space in between are skipped, ends of sentences
/// are not.
std::optional<Cut> cutAt(std::string_view text, model::Range passage);

} // namespace stasis::evidence
