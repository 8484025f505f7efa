#pragma once

// Where something was written: bytes [begin, end) of the file the conflict came from. An element that was
// made by the program and not read has the empty range at 0.

#include <cstddef>

namespace stasis::model {

struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;

  bool empty() const { return begin == end; }
  friend bool operator==(const Range&, const Range&) = default;
};

/// The least range that covers both.
constexpr Range cover(Range a, Range b) {
  return {a.begin < b.begin ? a.begin : b.begin, a.end > b.end ? a.end : b.end};
}

} // namespace stasis::model
