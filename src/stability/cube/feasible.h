#pragma once

// Which numbers of a cube are states, and the place of each state among them: one bit a number and, for every
// 512 bits, how many states came before (rank and select: Jacobson 1989). If all numbers are states, nothing
// is stored. Number to place O(1), place to number O(log numbers). Tested in tests/stability.

#include "stability/cube/shape.h"

#include <cstdint>
#include <vector>

namespace stasis::stability::cube {

class Feasible {
public:
  /// Keeps the numbers of the shape for which the joint constraints hold.
  Feasible(const Shape& shape, const Errand& errand);

  /// The number of states.
  std::size_t count() const { return count_; }
  bool full() const { return bits_.empty(); }
  bool has(std::size_t number) const { return full() || (bits_[number / 64] >> number % 64 & 1) != 0; }
  /// The bits of 64 numbers; all ones if there are no holes.
  std::uint64_t word(std::size_t w) const { return full() ? ~std::uint64_t{0} : bits_[w]; }
  const std::uint64_t* words() const { return full() ? nullptr : bits_.data(); }

  /// The number of states before `number`.
  std::size_t placeOf(std::size_t number) const;
  /// The number of the state at this place; `place` must be below `count()`.
  std::size_t numberAt(std::size_t place) const;

private:
  void countWords();
  std::vector<std::uint64_t> bits_;
  std::vector<std::uint64_t> before_; ///< states before every eighth word
  std::size_t count_;
};

} // namespace stasis::stability::cube
