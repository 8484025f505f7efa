#pragma once

// Lows of a party's space, row by row. By improvements there is one for each orbit. By moves many rows have
// the same: a block of parties whose options change both ways and whom no constraint ties to others can be
// brought to any histogram from any other, so that all its histograms have one low, the least. The search
// then goes through the other blocks only.
//
// Cost: as low_search.h says, of the blocks that are left; and one pass over the values.

#include "stability/orbits/block_steps.h"

namespace stasis::stability {

class LowsByRow {
public:
  LowsByRow() = default; ///< nowhere: nobody can sanction anything

  template <class Word>
  static LowsByRow byMoves(AlikeConflict& alike, const RanksByKind& ranks, std::size_t kind,
                           const OrbitValues& values, const Errand& errand);
  template <class Word>
  static LowsByRow by(const StepGraph<Word>& graph, const OrbitValues& values, const Errand& errand);

  bool none() const { return lows_.empty(); }
  /// Of the orbits of this row.
  const RankCode* row(std::uint64_t row) const { return lows_.data() + reduced(row) * choices_; }

private:
  struct Digit {
    std::uint32_t stride, size, reducedStride;
  };
  std::uint64_t reduced(std::uint64_t row) const {
    if (every_)
      return row;
    std::uint64_t reduced = 0;
    for (const Digit& digit : digits_)
      reduced +=
          std::uint64_t{static_cast<std::uint32_t>(row) / digit.stride % digit.size} * digit.reducedStride;
    return reduced;
  }

  std::vector<RankCode> lows_;
  std::size_t choices_ = 0;
  bool every_ = true;         ///< rows stand for themselves
  std::vector<Digit> digits_; ///< of the blocks left
};

} // namespace stasis::stability
