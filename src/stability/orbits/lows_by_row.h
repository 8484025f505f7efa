#pragma once

// Lows of a party's space, row by row. By improvements there is one for each orbit. By moves many rows have
// the same: a block of parties whose options change both ways and whom no constraint ties to others can be
// brought to any histogram from any other, so that all its histograms have one low, the least. The search
// then goes through the other blocks only.
//
// Cost: as low_search.h says, of the blocks that are left; and one pass over the values.

#include "stability/orbits/block_steps.h"
#include "stability/orbits/divisor.h"

namespace stasis::stability {

class LowsByRow {
public:
  LowsByRow() = default; ///< nowhere: nobody can sanction anything

  /// From values by orbit; 0 stands for what is not feasible.
  static LowsByRow byMoves(AlikeConflict& alike, const RanksByKind& ranks, std::size_t kind,
                           std::span<const RankCode> values, const Errand& errand);
  static LowsByRow by(const StepGraph& graph, std::span<const RankCode> values, const Errand& errand);

  bool none() const { return lows_.values.empty(); }
  /// Of the orbits of this row.
  const RankCode* row(std::uint64_t row) const { return lows_.values.data() + reduced(row) * lows_.width; }

private:
  struct Digit {
    Divisor stride, size;
    std::uint64_t reducedStride;
  };
  /// Rows have 32 bits.
  std::uint64_t reduced(std::uint64_t row) const {
    if (every_)
      return row;
    std::uint64_t reduced = 0;
    for (const Digit& digit : digits_)
      reduced +=
          digit.size.remainder(digit.stride.quotient(static_cast<std::uint32_t>(row))) * digit.reducedStride;
    return reduced;
  }

  Lows lows_;
  bool every_ = true;         ///< rows stand for themselves
  std::vector<Digit> digits_; ///< of the blocks left
};

} // namespace stasis::stability
