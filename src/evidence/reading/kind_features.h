#pragma once

// What a statement shows of its kind: its verb, its words one by one and in pairs, who its modal verbs are
// said of, whether it orders or asks, whether it hangs on a condition, and what the lists of phrases say. The
// features of the linear classifier in kind_weights.h. What stands in the condition is no part of them.
//
// Linear in the words; at most a few hundred features. The same words give the same features on every
// machine.

#include "evidence/reading/speech_act.h"

#include <string>
#include <vector>

namespace stasis::evidence {

/// Each feature once, in the order it was met.
std::vector<std::string> kindFeatures(const SpeechActQuestion& question);

} // namespace stasis::evidence
