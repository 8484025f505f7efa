#pragma once

// Who says it, set between the words that are told or behind them: "The port, Holt said, will close", "If the
// river rose, said the mayor, the city would shut the bridge", "The talks are over, she told the radio."
// Found by commas around a verb of speech, its subject and what little may stand with them, since trees of
// such sentences are the least sure.
//
// What is joined behind the aside with a verb of its own is a second statement: "The offer had come, she
// said, and would be answered." Linear in the words. Tested on the tables of tests/reading/.

#include "evidence/reading/frame.h"

#include <optional>

namespace stasis::evidence {

struct Aside {
  model::Range content;             ///< all words told, with the aside where they go on behind it
  model::Range teller;              ///< who says it, with the verb
  std::optional<model::Range> rest; ///< behind a condition that stands first, what follows the aside
  std::optional<model::Range> tail; ///< a second statement
};

/// Nothing where the frame is no aside.
std::optional<Aside> asideOf(const Sentence& sentence, const Frame& frame);

} // namespace stasis::evidence
