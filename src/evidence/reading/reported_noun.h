#pragma once

// Acts of speech named by a noun (words/act_nouns.txt): "the nurses' offer to work", "the threat by the
// herders to block the road", "signed a pledge to keep their children at home". The speaker is the genitive,
// `by` or `from`, or the subject of a verb that only carries the noun. What was said is attached to the noun.
//
// A noun without an owner reports nothing, and neither does an act that was taken back or never made.
// O(children × depth). Tested on the tables of tests/reading/.

#include "evidence/reading/reported_speech.h"

namespace stasis::evidence {

/// Whether the word is such a noun, and not a verb.
bool namesAct(const Syntax& syntax, WordIndex word);

/// Writes who says what; false if the noun reports nothing.
bool findByNoun(const Syntax& syntax, WordIndex noun, ReportedSpeech& told);

} // namespace stasis::evidence
