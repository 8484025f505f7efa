#pragma once

// What a verb reports after it, by the tree: a clause ("said she would sue"), an infinitive ("urged Suria to
// free the crew"), what a preposition takes ("accused Suria of lying"), or a thing ("demanded a vote"); and
// the addressee.
//
// Linear in the words. Tested on the tables of tests/reading/.

#include "evidence/reading/reported_speech.h"

namespace stasis::evidence {

/// True if the content was found and written.
bool findClause(const Syntax& syntax, WordIndex verb, ReportedSpeech& told);

} // namespace stasis::evidence
