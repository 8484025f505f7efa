#pragma once

// What a verb of speech reports after its `that`, by the words alone, for sentences in which the tree has
// lost it. The addressee and the manner may stand between verb and `that` ("told the agency by telephone that
// the men were well"). A `that` with a verb right after it does not count ("the plan that failed").
//
// O(words of the sentence). Tested on the tables of tests/reading/.

#include "evidence/reading/frame.h"

#include <optional>

namespace stasis::evidence {

/// From after `that` to the end, or to where the reporter goes on after a semicolon; none if there is no such
/// clause.
std::optional<model::Range> thatClauseBehind(const Sentence& sentence, const Frame& frame);

} // namespace stasis::evidence
