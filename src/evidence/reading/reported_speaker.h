#pragma once

// Who speaks in a reported statement, by the tree: the subject of the verb and all that are joined to it, the
// agent of a passive ("was warned by the director"), the person quoted ("quoted Dorr as saying"), the subject
// of the verb above ("…, adding that", "went on to say"), the owner of a document ("a letter from the mayor
// saying").
//
// O(depth × children). Tested on the tables of tests/reading/.

#include "evidence/reading/reported_speech.h"

namespace stasis::evidence {

/// Writes speakers, their heads and the addressee of a passive. There are no speakers if nobody is found.
void findSpeakers(const Syntax& syntax, WordIndex verb, ReportedSpeech& told);

} // namespace stasis::evidence
