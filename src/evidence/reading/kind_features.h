#pragma once

// What shows the kind of a statement: its verb, its words one by one and in pairs, the subjects of its modal
// verbs, whether it orders or asks, whether it has a condition, and the lists of phrases. These are the
// features of the linear classifier in kind_weights.h. Words of the condition give no features.
//
// Linear in the words; at most a few hundred features. The same words give the same features on every
// machine.

#include "evidence/reading/speech_act.h"

#include <string>
#include <vector>

namespace stasis::evidence {

/// Each feature once, in the order of its first occurrence.
std::vector<std::string> kindFeatures(const SpeechActQuestion& question);

} // namespace stasis::evidence
