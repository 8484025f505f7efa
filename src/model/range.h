#pragma once

// Where something is written: bytes [begin, end) of the conflict's file. An element that the program made,
// not read, has the empty range at 0.

#include <cstddef>

namespace stasis::model {

struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;

  bool empty() const { return begin == end; }
  friend bool operator==(const Range&, const Range&) = default;
};

/// The smallest range that covers both.
constexpr Range cover(Range a, Range b) {
  return {a.begin < b.begin ? a.begin : b.begin, a.end > b.end ? a.end : b.end};
}

} // namespace stasis::model
