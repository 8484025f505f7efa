#pragma once

// The tagger's weights while they are learnt: an averaged perceptron (Collins 2002) over hashed features. A
// feature gets a row of weights when it is updated for the second time: what happened once is no evidence.
// The average is kept by the trick of Daumé (2006): beside each weight the sum of its changes times when they
// happened.
//
// Rows are whole (a number a class), so memory is some hundreds of megabytes for a treebank of 300,000 words.
// O(41 × classes) a word.

#include "evidence/grammar/tag_features.h"

#include <array>
#include <cstdint>
#include <vector>

namespace stasis::evidence::grammar::train {

class Perceptron {
public:
  explicit Perceptron(std::size_t classes);

  /// The class with the highest sum, of equal ones the lowest.
  TagClass best(const TagFeatures& features) const;
  /// One training step; updates where `guess` is not `gold`.
  void learn(const TagFeatures& features, TagClass guess, TagClass gold);

  /// Takes the averaged weights for the weights (in thousandths): training is over.
  void average();
  struct Learnt {
    std::uint32_t hash = 0;
    std::uint8_t number = 0; ///< which of the 41 it is
    std::uint32_t updates = 0;
    std::vector<double> weights; ///< averaged, by class
  };
  /// The features that have a row, in the order of their hash.
  std::vector<Learnt> learnt() const;

private:
  struct Slot {
    std::uint32_t feature = 0;
    std::uint32_t row = 0;     ///< from 1; 0 before the second update
    std::uint32_t updates = 0; ///< 0: an empty slot
    std::uint8_t number = 0;
  };
  std::array<const std::int32_t*, tagFeatureCount> rowsOf(const TagFeatures& features) const;
  std::size_t slotOf(std::uint32_t feature) const;
  void update(std::uint32_t feature, std::size_t number, TagClass guess, TagClass gold);
  void grow();

  std::size_t classes_;
  std::size_t width_;
  std::vector<Slot> slots_;
  std::size_t used_ = 0;
  std::vector<std::int32_t> weights_;
  std::vector<std::int64_t> timed_;
  std::int64_t now_ = 1;
};

} // namespace stasis::evidence::grammar::train
