#pragma once

// The parser's network in whole numbers: tables and first layer in 8 bits, the rest in 16. The scales are
// chosen such that no sum can overflow, whatever the state: the largest sum of every hidden unit is computed
// over all values of all places. Seconds.

#include "evidence/grammar/train/float_network.h"
#include "evidence/grammar/train/vocabulary.h"

namespace stasis::evidence::grammar::train {

struct WholeNetwork {
  std::vector<std::int8_t> wordRows, tagRows, labelRows, smallRows, first;
  std::vector<std::int32_t> firstScale;
  std::vector<std::int16_t> firstBias, second;
  std::vector<std::int32_t> secondBias;
};

WholeNetwork quantised(const FloatNetwork& network, const LexiconLists& lexicon);

} // namespace stasis::evidence::grammar::train
