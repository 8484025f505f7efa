#pragma once

// The sums of a block as its members make their choices one after the other. Above its last cut a sum is not
// looked at, so it is capped there, and few values are left: for three counts of 60 members, some 30,000.
//
// Adding a member costs O(values · choices); numbers of ways are exact. Memory: O(values · choices), and one
// number of ways a value. Tested in tests/stability/orbits/counts_test.cpp.

#include "stability/engine.h"
#include "stability/orbits/sum_classes.h"

namespace stasis::stability {

/// Some of a member's choices, one bit each.
using ChoiceSet = std::uint64_t;

inline bool hasChoice(ChoiceSet set, std::size_t choice) { return (set >> choice & 1) != 0; }

class CappedSums {
public:
  using Value = std::uint32_t; ///< capped sums as one number; 0: all sums are 0

  /// The most values there may be.
  static constexpr std::size_t most = std::size_t{1} << 20;
  /// The number of values for these classes; `most` + 1 if there are more.
  static std::size_t count(const SumClasses& classes);

  /// There must be at most `most` values. `choices` of a member.
  CappedSums(const SumClasses& classes, std::size_t choices);

  std::size_t size() const { return classes_.size(); }
  std::size_t choices() const { return choices_; }
  /// After one member more has made this choice.
  Value after(Value value, std::size_t choice) const { return after_[value * choices_ + choice]; }
  std::size_t classOf(Value value) const { return classes_[value]; }

  /// By class: in how many ways so many members can make these choices. Throws LimitReached.
  std::vector<Count> ways(std::size_t members, ChoiceSet allowed, const Errand& errand) const;

  /// From which values the members that are left can come to one of these classes by these choices.
  class Completable {
  public:
    Completable(const CappedSums& sums, std::size_t members, ChoiceSet allowed, const std::vector<bool>& into,
                const Errand& errand);
    bool from(Value value, std::size_t membersLeft) const { return by_[membersLeft][value] != 0; }

  private:
    std::vector<std::vector<std::uint8_t>> by_; ///< by members left
  };

private:
  std::size_t choices_;
  std::size_t classCount_;
  std::vector<std::uint32_t> classes_; ///< by value
  std::vector<Value> after_;           ///< [value · choices + choice]
};

} // namespace stasis::stability
