#pragma once

// Tags the words of a sentence from left to right, each with the class that has the highest sum of weights
// (greedy averaged perceptron, Collins 2002). Sums are integers; of equal ones the lower class wins. 41
// look-ups for each word.

#include "evidence/grammar/model.h"

#include <vector>

namespace stasis::evidence::grammar {

/// Replaces what is in `tags` by the tag classes of a sentence.
void tag(const Model& model, const TagContext& context, std::vector<TagClass>& tags);

} // namespace stasis::evidence::grammar
