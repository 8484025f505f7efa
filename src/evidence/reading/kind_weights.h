#pragma once

// The kind of a statement by a linear classifier. Every feature (kind_features.h) has a weight for each kind,
// a whole number, learnt by multinomial logistic regression (Cox 1958, Böhning 1992) from statements written
// for it (tests/reading/kinds/). The weights are in words/kind_weights.txt; tests/reading/train_kinds.py
// makes them.
//
// One look-up for each feature. Tested on the statements it did not learn from.

#include "evidence/reading/speech_act.h"

namespace stasis::evidence {

/// The kind with the greatest sum, and the words of the feature that contributed most to it.
SpeechActAnswer decideByWeights(const SpeechActQuestion& question);

} // namespace stasis::evidence
