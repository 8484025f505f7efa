#pragma once

// What matters of a block of alike members to those who only count it. A *summand* is a number that each
// member adds to a sum by its choice; its *cuts* are the values at which somebody begins to see a difference.
// Two histograms whose sums lie between the same cuts are of one class. There are few classes, however many
// members: `at least 30 of 60` has two.
//
// O(summands) a lookup. Tested in tests/stability/orbits/counts_test.cpp through the engine that uses it.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace stasis::stability {

using Sums = std::vector<std::uint32_t>; ///< by summand

class SumClasses {
public:
  struct Summand {
    std::vector<std::uint32_t> byChoice;
    std::vector<std::uint32_t> cuts; ///< ascending, from 1 on
    friend bool operator==(const Summand&, const Summand&) = default;
  };

  const std::vector<Summand>& summands() const { return summands_; }
  /// The number of classes, those of which no histogram is included.
  std::size_t size() const;
  std::size_t classOf(std::span<const std::uint32_t> sums) const;
  /// The least sums of a class.
  Sums least(std::size_t number) const;
  /// The sums of a class of `of`, by its summands, for these summands: 0 where `of` has none.
  Sums leastAs(std::size_t number, const SumClasses& of) const;

  /// Adds cuts; 0 is no cut, since every sum is at least 0.
  void cut(const std::vector<std::uint32_t>& byChoice, std::span<const std::uint32_t> at);
  void cutAsIn(const SumClasses& other);
  /// The cuts that one member less needs, so that with the member's own choice its class is known: each cut
  /// also lower by what a choice adds.
  SumClasses withOneLess() const;
  /// The cuts that one member more needs, so that without the member its class is known.
  SumClasses withOneMore() const;

  friend bool operator==(const SumClasses&, const SumClasses&) = default;

private:
  Summand& summand(const std::vector<std::uint32_t>& byChoice);
  std::vector<Summand> summands_;
};

} // namespace stasis::stability
