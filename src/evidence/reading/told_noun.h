#pragma once

// Acts of speech that a noun names (words/act_nouns.txt): "the nurses' offer to work", "the threat by the
// herders to block the road", "signed a pledge to keep their children at home". Whose it is: the genitive,
// `by` or `from`, or the subject of a verb that only carries the noun. What was said hangs from the noun.
//
// Nothing is told by a noun without an owner, nor by what was taken back or never made. O(children × depth).
// Tested on the tables of tests/reading/.

#include "evidence/reading/told.h"

namespace stasis::evidence {

/// The word is such a noun, and no verb.
bool namesAct(const Syntax& syntax, WordIndex word);

/// Writes who says what; false where the noun tells nothing.
bool findByNoun(const Syntax& syntax, WordIndex noun, Told& told);

} // namespace stasis::evidence
