#pragma once

// The parser's network in whole numbers: tables and first layer in 8 bits, the rest in 16, with scales chosen
// so that no sum can overflow whatever a state looks like: the largest sum of every hidden unit is counted
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
