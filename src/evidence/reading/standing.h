#pragma once

// Whether a verb of speech means that something was said. In "She did not say", "nobody promised", "if he had
// threatened", "refused to say", "rumours that he threatened", "asked whether he would promise" nothing was.
// Decided on the tree: by the verb's own negation, modal and subject, then for every clause above it by what
// its head does to a clause below it (words/unreal_words.txt; Karttunen 1971 for the classes).
//
// O(depth × children). Tested on hand-made trees and on the tables of tests/reading/.

#include "evidence/ledger.h"
#include "evidence/reading/syntax.h"

namespace stasis::evidence {

struct Standing {
  Reality reality = Reality::asserted;
  WordIndex because = noWord; ///< the word that decided, if any
};

/// The standing of a verb in its own sentence.
Standing standingOf(const Syntax& syntax, WordIndex verb);

/// Whether the clause of a verb is negated: `not`, `never`, `no longer`, `nobody` as its subject, `neither …
/// nor`.
bool isDenied(const Syntax& syntax, WordIndex verb);

} // namespace stasis::evidence
