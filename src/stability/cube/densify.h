#pragma once

// Makes keys small: each of n keys below some bound is replaced by the number of distinct smaller keys. Order
// and ties stay, and nothing is sorted. Keys too long for one pass come in digits, the most significant
// first: the rank so far times the radix of the next digit, plus that digit, is ranked again.
//
// One bit for each possible key, then prefix sums of the bits (rank and select on a bit vector: Jacobson
// 1989): O(n + bound/64) each time, with the bound kept near 16 n. Tested through ranks against the oracle.

#include <cstdint>
#include <span>
#include <vector>

namespace stasis::stability {

/// Larger is better; 0 for the worst.
using Rank = std::uint32_t;

class Densified {
public:
  explicit Densified(std::size_t count) : ranks_(count, 0) {}

  /// The largest radix that the next digit may have (at least 2).
  std::uint64_t room() const;
  /// Refines the order by one more digit, below `radix`, for every key. A radix above `room()` is split.
  void refine(std::span<const std::uint32_t> digits, std::uint64_t radix);
  /// True if no two keys are equal, so that no further digit can refine them.
  bool complete() const { return distinct_ == ranks_.size(); }

  std::uint32_t distinct() const { return distinct_; }
  std::vector<Rank> take() { return std::move(ranks_); }

private:
  void refineAtOnce(std::span<const std::uint32_t> digits, std::uint64_t radix);

  std::vector<Rank> ranks_;
  std::uint32_t distinct_ = 1;
};

} // namespace stasis::stability
