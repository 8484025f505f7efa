#pragma once

// A cube's ranks in lanes, and how to walk over its cells. Ranks of parties with a digit in the row lie in
// turned tiles (layout.h), all others row by row. Of a party that likes all states alike none are kept.
//
// Bytes a number: the width of a lane for each party that prefers something.

#include "stability/cube/choice_moves.h"
#include "stability/cube/lanes.h"
#include "stability/cube/layout.h"

#include <vector>

namespace stasis::stability::cube {

template <class U> struct Field {
  struct Party {
    ChoiceMoves moves;
    const U* ranks; ///< null where all states are the same to it
    bool prefers() const { return ranks != nullptr; }
  };

  const Shape& shape;
  Layout layout;
  const LaneKernels<U>& kernels;
  std::vector<Party> parties; ///< by digit
  bool holes = false;
  const U* alive = nullptr;       ///< some ranks row by row that tell holes, where there are any
  const U* turnedAlive = nullptr; ///< and some in turned tiles

  std::size_t radix(std::size_t digit) const { return shape.digits()[digit].radix(); }
  /// Columns of memory.
  std::size_t columns() const { return layout.size() / layout.lanes; }
  /// Those of rows that hold numbers.
  std::size_t usedColumns() const { return layout.rows * layout.padded / layout.lanes; }

  /// `visit(first lane)` for every frame of a higher digit that begins in columns [begin, end) of one piece
  /// of memory that holds whole cells.
  template <class Visit>
  void frames(std::size_t digit, std::size_t begin, std::size_t end, Visit visit) const {
    const std::size_t stride = layout.stride[digit] / layout.lanes;
    const std::size_t cell = stride * radix(digit);
    for (std::size_t from = begin; from < end; from += cell)
      for (std::size_t c = from; c < from + stride; ++c)
        visit(c);
  }
  /// The same within a turned tile, for a digit of the row.
  template <class Visit> void turnedFrames(std::size_t digit, Visit visit) const {
    const std::size_t stride = layout.stride[digit] / layout.lanes;
    const std::size_t cell = stride * radix(digit);
    for (std::size_t from = 0; from < layout.width; from += cell)
      for (std::size_t c = from; c < from + stride; ++c)
        visit(c);
  }

  /// From a tile row by row to a turned one, and back.
  void turn(const U* tile, U* turned) const {
    kernels.transpose(tile, layout.padded, layout.lanes, layout.padded, turned, layout.lanes);
  }
  void turnBack(const U* turned, U* tile) const {
    kernels.transpose(turned, layout.lanes, layout.padded, layout.lanes, tile, layout.padded);
  }
};

} // namespace stasis::stability::cube
