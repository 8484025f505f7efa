#include "stability/cube/layout.h"

namespace stasis::stability::cube {

namespace {

/// Rows are kept this short if possible, so that a tile of values and of some ranks stays in a cache.
constexpr std::size_t longRow = 2048;

} // namespace

Layout::Layout(const Shape& shape, std::size_t columnLanes_) : lanes(columnLanes_) {
  std::size_t best = 0;
  std::size_t leastSize = ~std::size_t{0};
  for (std::size_t digits = shape.digits().empty() ? 0 : 1; digits <= shape.digits().size(); ++digits) {
    rowsOf(shape, digits);
    if (leastSize != ~std::size_t{0} && width > longRow)
      break;
    if (size() < leastSize) {
      best = digits;
      leastSize = size();
    }
    if (8 * size() <= 9 * shape.size())
      break;
  }
  rowsOf(shape, best);
  for (std::size_t d = 0; d < shape.digits().size(); ++d)
    stride.push_back(isInner(d) ? shape.digits()[d].stride * lanes
                                : shape.digits()[d].stride / width * padded);
}

void Layout::rowsOf(const Shape& shape, std::size_t digits) {
  inner = digits;
  width = digits == shape.digits().size() ? shape.size() : shape.digits()[digits].stride;
  padded = (width + lanes - 1) / lanes * lanes;
  rows = shape.size() / width;
}

} // namespace stasis::stability::cube
