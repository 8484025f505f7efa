#pragma once

// The kind of a statement by a linear classifier: for every feature (kind_features.h) a weight for each kind,
// as whole numbers, learnt by multinomial logistic regression (Cox 1958, Böhning 1992) from statements
// written for it (tests/reading/kinds/). The weights are words/kind_weights.txt; tests/reading/train_kinds.py
// makes them.
//
// One look-up a feature. Tested on the statements it was not learnt from.

#include "evidence/reading/speech_act.h"

namespace stasis::evidence {

/// The kind with the greatest sum, and the words of the feature that did most for it.
SpeechActAnswer decideByWeights(const SpeechActQuestion& question);

} // namespace stasis::evidence
