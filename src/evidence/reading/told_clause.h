#pragma once

// What is told behind its verb, by the tree: a clause ("said she would sue"), an infinitive ("urged Suria to
// free the crew"), what a preposition takes ("accused Suria of lying"), or a thing ("demanded a vote"); with
// whom it is told to.
//
// Linear in the words. Tested on the tables of tests/reading/.

#include "evidence/reading/told.h"

namespace stasis::evidence {

/// True where the content was found and written.
bool findClause(const Syntax& syntax, WordIndex verb, Told& told);

} // namespace stasis::evidence
