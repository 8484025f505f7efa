#pragma once

// Training of the tagger: rounds over the sentences in random order, on the tagger's own previous tags (which
// it will see in use), with a new share of the sentences damaged in each round. Seconds for a treebank of
// 300,000 words.

#include "evidence/grammar/train/perceptron.h"
#include "evidence/grammar/train/vocabulary.h"

namespace stasis::evidence::grammar::train {

struct TaggerSettings {
  int rounds = 10;
  float damaged = 0.12F;
  std::uint64_t seed = 1;
};

Perceptron trainTagger(const std::vector<const TreebankSentence*>& sentences, const TagClasses& classes,
                       const Lexicon& lexicon, const TaggerSettings& settings);

/// The weights as stored in the model: eight bits, shifted by feature template; the smallest are left out
/// until the rest fits in `bytes`.
struct PackedWeights {
  std::vector<std::uint32_t> directory;
  std::vector<std::uint8_t> bytes;
  std::vector<std::uint8_t> shifts;
};
PackedWeights packed(const Perceptron& perceptron, std::size_t bytes);

} // namespace stasis::evidence::grammar::train
