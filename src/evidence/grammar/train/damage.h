#pragma once

// Sentences as headlines, wires and hurried writers spell them: in title case, in capitals, in lower case,
// without the final stop. In each round a new share of the training sentences is damaged, so that the model
// does not rely on capitals and stops. Linear.

#include "evidence/grammar/train/dice.h"
#include "evidence/grammar/train/treebank.h"

namespace stasis::evidence::grammar::train {

/// The sentence, with the given chance damaged in one of the four ways. Its words stay the same, except that
/// the final stop may be gone if it has no children.
TreebankSentence perhapsDamaged(const TreebankSentence& sentence, float chance, Dice& dice);

} // namespace stasis::evidence::grammar::train
