#pragma once

// Whose words a told statement is where tree and words see two subjects. Trees go wrong where something is
// set off between the subject and its verb, or where another clause stands before a colon:
//
//   Norden, whose son is one of the six, accused …        Others waited: Ana Bell, an economist, said …
//   the house of Tom Reiss, a dentist, who says …         Two of the members, Tom Reiss and Ana Bell, said …
//
// O(words of the sentence). Tested on the tables of tests/reading/.

#include "evidence/reading/frame.h"

#include <utility>

namespace stasis::evidence {

/// The subject that the words see (frame.h) is better than that of the tree.
bool wordsKnowBetter(const Sentence& sentence, const NounPhrase& byTree, const Frame& byWords);

/// The name that a description stands behind: "Tom Reiss, a dentist, who"; the phrase itself where there is
/// none.
NounPhrase nameBeside(const Sentence& sentence, const NounPhrase& phrase);

/// Two persons set off before the verb, who are all that the subject is: "Two of the members, A and B, said".
std::optional<std::pair<NounPhrase, NounPhrase>> pairBefore(const Sentence& sentence, std::size_t verb);

} // namespace stasis::evidence
