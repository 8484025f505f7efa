#pragma once

// Histograms: how many of n members make each of C choices. They are numbered from 0, in ascending order read
// from the last choice to the first, so that the one member of n = 1 who makes choice c is number c.
//
// There are C(n + C - 1, n). A number costs O(C), a histogram O(C + n); memory O(C · n). Tested in
// tests/properties/histograms_test.cpp.

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace stasis::stability {

using Histogram = std::vector<std::uint32_t>; ///< by choice: members

/// How many there are; 2^64 - 1 if that many or more.
std::uint64_t histogramCount(std::size_t members, std::size_t choices);

class Histograms {
public:
  /// There must be fewer than 2^32 of them.
  Histograms(std::size_t members, std::size_t choices);

  std::size_t members() const { return members_; }
  std::size_t choices() const { return choices_; }
  std::uint32_t size() const { return size_; }

  std::uint32_t number(std::span<const std::uint32_t> histogram) const;
  Histogram at(std::uint32_t number) const;
  /// The next one; after the last comes the first. Gives the choice that gave its members away: one to the
  /// choice after it and the others to the first; after the last, all to the first.
  std::size_t next(Histogram& histogram) const;

private:
  /// Of so many members, over the choices up to c, those whose count at c is less than k <= members: all but
  /// those that remain when k of them are at c.
  std::uint32_t before(std::size_t c, std::size_t members, std::size_t k) const {
    const std::uint32_t* upTo = upTo_.data() + c * (members_ + 1);
    return upTo[members] - upTo[members - k];
  }
  std::size_t members_, choices_;
  std::uint32_t size_;
  std::vector<std::uint32_t> upTo_; ///< [choice c, members]: how many there are over the choices up to c
};

/// What one member more does: by number of a histogram w of n members and choice c, the number of w with one
/// more at c among those of n + 1; and back.
struct OneMore {
  static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

  OneMore(const Histograms& fewer, const Histograms& more);

  std::size_t choices;
  std::vector<std::uint32_t> up;   ///< [w · C + c]
  std::vector<std::uint32_t> down; ///< [g · C + c]; `none` where nobody of g makes choice c
};

} // namespace stasis::stability
