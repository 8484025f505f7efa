#pragma once

// Whether a verb of speech says that something was said. "She did not say", "nobody promised", "if he had
// threatened", "refused to say", "rumours that he threatened", "asked whether he would promise": nothing was.
// Decided on the tree: the verb's own negation, modal and subject, then every clause above it, by what its
// head does to what hangs below it (words/unreal_words.txt; Karttunen 1971 for the classes).
//
// O(depth × children). Tested on hand-made trees and on the tables of tests/reading/.

#include "evidence/ledger.h"
#include "evidence/reading/syntax.h"

namespace stasis::evidence {

struct Standing {
  Reality reality = Reality::asserted;
  WordIndex because = noWord; ///< the word that decided, if any
};

/// Of a verb, told in its own sentence.
Standing standingOf(const Syntax& syntax, WordIndex verb);

/// The clause of a verb is negated: `not`, `never`, `no longer`, `nobody` as its subject, `neither … nor`.
bool isDenied(const Syntax& syntax, WordIndex verb);

} // namespace stasis::evidence
