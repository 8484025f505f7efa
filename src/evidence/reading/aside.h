#pragma once

// The words for the speaker, set inside the reported words or after them: "The port, Holt said, will close",
// "If the river rose, said the mayor, the city would shut the bridge", "The talks are over, she told the
// radio." Found by the commas around a verb of speech, its subject and the few words that may stand with
// them, because trees of such sentences are the least reliable.
//
// What follows the aside with a conjunction and a verb of its own is a second statement: "The offer had come,
// she said, and would be answered." Linear in the words. Tested on the tables of tests/reading/.

#include "evidence/reading/frame.h"

#include <optional>

namespace stasis::evidence {

struct Aside {
  model::Range content;             ///< all reported words, with the aside if they go on after it
  model::Range teller;              ///< the speaker, with the verb
  std::optional<model::Range> rest; ///< after a condition that stands first: what follows the aside
  std::optional<model::Range> tail; ///< a second statement
};

/// None if the frame is not an aside.
std::optional<Aside> asideOf(const Sentence& sentence, const Frame& frame);

} // namespace stasis::evidence
