#pragma once

// Verbs that report speech only with certain words: "called on Suria to", "gave Suria until Friday",
// "expressed readiness to", "reserved the right to", "set three conditions for".
//
// Linear in the words. Tested on the tables of tests/reading/.

#include "evidence/reading/reported_speech.h"

namespace stasis::evidence {

/// True if the verb makes such a phrase, and its content was written.
bool findPhrase(const Syntax& syntax, WordIndex verb, ReportedSpeech& told);

} // namespace stasis::evidence
