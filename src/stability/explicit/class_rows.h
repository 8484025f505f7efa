#pragma once

// 64 × W classes as the bits of a row, so that one operation works on all of them. W is 8, a line of the
// processor's cache, or 1 where little memory is left.

#include <cstddef>
#include <cstdint>
#include <vector>

namespace stasis::stability {

template <std::size_t W> struct ClassRow {
  std::uint64_t words[W] = {};

  bool has(std::size_t k) const { return (words[k / 64] >> k % 64 & 1) != 0; }
  ClassRow& operator|=(const ClassRow& other) {
    for (std::size_t w = 0; w < W; ++w)
      words[w] |= other.words[w];
    return *this;
  }
  ClassRow& operator&=(const ClassRow& other) {
    for (std::size_t w = 0; w < W; ++w)
      words[w] &= other.words[w];
    return *this;
  }
  friend ClassRow operator&(ClassRow a, const ClassRow& b) { return a &= b; }
  friend ClassRow operator~(ClassRow row) {
    for (std::uint64_t& word : row.words)
      word = ~word;
    return row;
  }
};

/// A row for each state; states that have the same share one.
template <std::size_t W> struct StateRows {
  std::vector<ClassRow<W>> rows;
  const std::uint32_t* of = nullptr; ///< by state: which row; null: the state's own

  const ClassRow<W>& operator[](std::uint32_t s) const { return rows[of != nullptr ? of[s] : s]; }
};

} // namespace stasis::stability
