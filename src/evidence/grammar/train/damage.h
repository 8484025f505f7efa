#pragma once

// Sentences as headlines, wires and hurried writers spell them: in title case, in capitals, in lower case,
// without the final stop. A share of the training sentences is damaged anew in each round, so that the model
// does not lean on capitals and stops. Linear.

#include "evidence/grammar/train/dice.h"
#include "evidence/grammar/train/treebank.h"

namespace stasis::evidence::grammar::train {

/// The sentence, with the given chance damaged in one of the four ways. Its words stay those they were, but
/// that the final stop may be gone where nothing hangs from it.
TreebankSentence perhapsDamaged(const TreebankSentence& sentence, float chance, Dice& dice);

} // namespace stasis::evidence::grammar::train
