#pragma once

// A cube's ranks in lanes, and ways to walk over its cells. A party whose digit lies in the row has its ranks
// in turned tiles (layout.h); any other party has them row by row. A party to which all states are equal has
// none.
//
// Memory: one lane a number for each party that prefers something.

#include "stability/cube/choice_moves.h"
#include "stability/cube/lanes.h"
#include "stability/cube/layout.h"
#include "stability/cube/wide_cells.h"

#include <vector>

namespace stasis::stability::cube {

template <class U> struct Field {
  struct Party {
    ChoiceMoves moves;
    const U* ranks;        ///< null where all states are equal to the party
    std::size_t bound = 0; ///< every rank is below this
    bool prefers() const { return ranks != nullptr; }
  };

  const Shape& shape;
  Layout layout;
  const LaneKernels<U>& kernels;
  std::vector<Party> parties; ///< by digit
  bool holes = false;
  const U* alive = nullptr;       ///< ranks row by row in which holes are marked; null if there are no holes
  const U* turnedAlive = nullptr; ///< the same in turned tiles

  std::size_t radix(std::size_t digit) const { return shape.digits()[digit].radix(); }
  bool isWide(std::size_t digit) const { return radix(digit) > mostChoices; }
  WideFrame wideFrame(std::size_t digit) const {
    return {layout.stride[digit], radix(digit), parties[digit].bound};
  }
  /// All columns of memory.
  std::size_t columns() const { return layout.size() / layout.lanes; }
  /// Columns of rows that hold numbers.
  std::size_t usedColumns() const { return layout.rows * layout.padded / layout.lanes; }

  /// Calls `visit(first lane)` for every frame of a higher digit that begins in columns [begin, end). The
  /// columns belong to one piece of memory that holds whole cells.
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

  /// Copies a tile that lies row by row into a turned one.
  void turn(const U* tile, U* turned) const {
    kernels.transpose(tile, layout.padded, layout.lanes, layout.padded, turned, layout.lanes);
  }
  void turnBack(const U* turned, U* tile) const {
    kernels.transpose(turned, layout.lanes, layout.padded, layout.lanes, tile, layout.padded);
  }
};

} // namespace stasis::stability::cube
