#pragma once

// Histograms: how many of n members make each of C choices. They are numbered from 0 in ascending order, read
// from the last choice to the first. So with n = 1 the histogram of choice c has number c.
//
// There are C(n + C - 1, n) of them. Finding a number costs O(C), finding a histogram O(C + n); memory O(C ·
// n). Tested in tests/stability/orbits/histograms_test.cpp.

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace stasis::stability {

using Histogram = std::vector<std::uint32_t>; ///< by choice: members

/// The number of histograms; 2^64 - 1 if there are that many or more.
std::uint64_t histogramCount(std::size_t members, std::size_t choices);

class Histograms {
public:
  /// There must be fewer than 2^32 histograms.
  Histograms(std::size_t members, std::size_t choices);

  std::size_t members() const { return members_; }
  std::size_t choices() const { return choices_; }
  std::uint32_t size() const { return size_; }

  std::uint32_t number(std::span<const std::uint32_t> histogram) const;
  Histogram at(std::uint32_t number) const;
  /// Replaces the histogram by the next one; the first follows the last. Returns the choice that gave its
  /// members away: one to the choice after it, the others to the first choice. After the last histogram, all
  /// go to the first choice.
  std::size_t next(Histogram& histogram) const;

private:
  /// Over the choices up to c and this many members: the number of histograms whose count at c is less than k
  /// (k <= members). It is the number of all, less those that remain with k members at c.
  std::uint32_t before(std::size_t c, std::size_t members, std::size_t k) const {
    const std::uint32_t* upTo = upTo_.data() + c * (members_ + 1);
    return upTo[members] - upTo[members - k];
  }
  std::size_t members_, choices_;
  std::uint32_t size_;
  std::vector<std::uint32_t> upTo_; ///< [choice c, members]: histograms over the choices up to c
};

/// Adds one member, or takes one away: for each number of a histogram w of n members and each choice c, the
/// number among those of n + 1 of w with one more at c; and back.
struct OneMore {
  static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

  OneMore(const Histograms& fewer, const Histograms& more);

  std::size_t choices;
  std::vector<std::uint32_t> up;   ///< [w · C + c]
  std::vector<std::uint32_t> down; ///< [g · C + c]; `none` if nobody of g makes choice c
};

} // namespace stasis::stability
