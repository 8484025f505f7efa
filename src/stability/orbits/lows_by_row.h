#pragma once

// The lows of a party's space, row by row. By improvements there is one for each orbit. By moves many rows
// share their lows: if the options of a block's parties change both ways and no constraint ties these parties
// to others, any of its histograms can be brought to any other, so all of them have one low, the least. The
// search then goes through the other blocks only.
//
// Cost: that of low_search.h for the remaining blocks, and one pass over the values.

#include "stability/orbits/block_steps.h"
#include "stability/orbits/divisor.h"

namespace stasis::stability {

class LowsByRow {
public:
  LowsByRow() = default; ///< no low anywhere: nobody can sanction anything

  /// From values by orbit; 0 stands for an orbit that is not feasible.
  static LowsByRow byMoves(AlikeConflict& alike, const RanksByKind& ranks, std::size_t kind,
                           std::span<const RankCode> values, const Errand& errand);
  static LowsByRow by(const StepGraph& graph, std::span<const RankCode> values, const Errand& errand);

  /// Puts another value in the place of each low.
  void put(std::span<const RankCode> inPlaceOf);

  bool none() const { return lows_.values.empty(); }
  /// The lows of the orbits in this row.
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
  std::vector<Digit> digits_; ///< of the remaining blocks
};

} // namespace stasis::stability
