#pragma once

// Training of the parser. Many sentences are parsed side by side; one state of each makes a batch. The loss
// of a state is −log of the summed probability of all actions that cost nothing (dynamic oracle, Goldberg &
// Nivre 2013). From the second round on the model makes its own move half the time, so that it learns to
// recover from its errors. The rate falls linearly to zero. Minutes for a treebank of 300,000 words.

#include "evidence/grammar/train/float_network.h"
#include "evidence/grammar/train/vocabulary.h"

#include <functional>

namespace stasis::evidence::grammar::train {

/// A sentence with the tagger's tags.
struct TaggedSentence {
  const TreebankSentence* sentence = nullptr;
  std::vector<TagClass> tags;
};

struct ParserSettings {
  int rounds = 6;
  float rate = 0.0015F;
  float dropout = 0.2F;
  float ownMoves = 0.5F;
  std::uint64_t seed = 1;
  std::function<void(int round, const FloatNetwork&)> afterRound; ///< may be empty
};

FloatNetwork trainParser(const std::vector<TaggedSentence>& sentences, const LexiconLists& lexicon,
                         const TagClasses& classes, const std::vector<Relation>& labels,
                         const ParserSettings& settings);

} // namespace stasis::evidence::grammar::train
