#pragma once

// What a verb of speech tells behind its `that`, by the words alone, for where the tree has lost it: whom it
// is told and how may stand between them ("told the agency by telephone that the men were well"). A `that`
// with a verb right behind it is no such one ("the plan that failed").
//
// O(words of the sentence). Tested on the tables of tests/reading/.

#include "evidence/reading/frame.h"

#include <optional>

namespace stasis::evidence {

/// From behind `that` to the end, or to where the reporter goes on behind a semicolon; nothing where there is
/// none.
std::optional<model::Range> thatClauseBehind(const Sentence& sentence, const Frame& frame);

} // namespace stasis::evidence
