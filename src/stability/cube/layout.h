#pragma once

// Where a cube's numbers lie in memory. The lowest digits, as many as fill columns well, make *rows* of
// `width` numbers, padded with holes to whole columns. A cell of a higher digit then consists of whole
// columns at a fixed stride. A *tile* is one piece of memory with as many rows as a column has lanes. In a
// turned tile, rows and columns are exchanged, so cells of the lowest digits consist of columns as well. The
// ranks of their parties are stored turned, and values are turned when a tile is visited.

#include "stability/cube/shape.h"

namespace stasis::stability::cube {

struct Layout {
  Layout(const Shape& shape, std::size_t lanes);

  std::size_t lanes;               ///< of a column
  std::size_t inner = 0;           ///< digits within a row
  std::size_t width = 1;           ///< numbers of a row
  std::size_t padded = 1;          ///< lanes of a row
  std::size_t rows = 1;            ///< rows that hold numbers
  std::vector<std::size_t> stride; ///< by digit, in lanes: within a turned tile or from row to row

  std::size_t tiles() const { return (rows + lanes - 1) / lanes; }
  std::size_t tileSize() const { return padded * lanes; }
  std::size_t size() const { return tiles() * tileSize(); }
  bool isInner(std::size_t digit) const { return digit < inner; }

  std::size_t laneOf(std::size_t number) const { return number / width * padded + number % width; }
  /// The same in turned tiles.
  std::size_t turnedLaneOf(std::size_t number) const {
    const std::size_t row = number / width;
    return row / lanes * tileSize() + number % width * lanes + row % lanes;
  }

private:
  void rowsOf(const Shape& shape, std::size_t digits);
};

} // namespace stasis::stability::cube
