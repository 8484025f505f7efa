#pragma once

// Tags the words of a sentence from left to right, each by the class with the highest sum of weights (greedy
// averaged perceptron, Collins 2002). Sums are integers; of equal ones the lower class wins. 41 look-ups a
// word.

#include "evidence/grammar/model.h"

#include <vector>

namespace stasis::evidence::grammar {

/// The tag classes of a sentence, which replace what is in `tags`.
void tag(const Model& model, const TagContext& context, std::vector<TagClass>& tags);

} // namespace stasis::evidence::grammar
