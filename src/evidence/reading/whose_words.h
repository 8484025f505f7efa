#pragma once

// The speaker of a reported statement if tree and words see different subjects. Trees go wrong when something
// is set off between the subject and its verb, or when another clause stands before a colon:
//
//   Norden, whose son is one of the six, accused …        Others waited: Ana Bell, an economist, said
//   … the house of Tom Reiss, a dentist, who says …       Two of the members, Tom Reiss and Ana Bell, said …
//
// O(words of the sentence). Tested on the tables of tests/reading/.

#include "evidence/reading/frame.h"

#include <utility>

namespace stasis::evidence {

/// Whether the subject that the words see (frame.h) is better than that of the tree.
bool wordsKnowBetter(const Sentence& sentence, const NounPhrase& byTree, const Frame& byWords);

/// The name that a description follows: "Tom Reiss, a dentist, who"; the phrase itself if there is none.
NounPhrase nameBeside(const Sentence& sentence, const NounPhrase& phrase);

/// Two persons set off before the verb who together are the subject: "Two of the members, A and B, said".
std::optional<std::pair<NounPhrase, NounPhrase>> pairBefore(const Sentence& sentence, std::size_t verb);

} // namespace stasis::evidence
