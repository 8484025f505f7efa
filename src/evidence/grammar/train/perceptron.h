#pragma once

// The tagger's weights during training: an averaged perceptron (Collins 2002) over hashed features. A feature
// gets a row of weights at its second update: a single occurrence is no evidence. The average is kept as in
// Daumé (2006): each weight has beside it the sum of its changes times their moments.
//
// Rows are dense (one number for each class), so memory is some hundreds of megabytes for a treebank of
// 300,000 words. O(41 × classes) for each word.

#include "evidence/grammar/tag_features.h"

#include <array>
#include <cstdint>
#include <vector>

namespace stasis::evidence::grammar::train {

class Perceptron {
public:
  explicit Perceptron(std::size_t classes);

  /// The class with the highest sum; the lowest of equal ones.
  TagClass best(const TagFeatures& features) const;
  /// One training step; updates if `guess` is not `gold`.
  void learn(const TagFeatures& features, TagClass guess, TagClass gold);

  /// Replaces the weights by their averages (in thousandths). Call when training is over.
  void average();
  struct Learnt {
    std::uint32_t hash = 0;
    std::uint8_t number = 0; ///< its number among the 41
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
