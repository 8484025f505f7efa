#pragma once

// Conditions that only count the members of a block, evaluated from sums instead of states. A few members may
// stand apart; what they do is then known one by one, as for singles. Which gates count is found as for
// orbits (tallies.h).
//
// O(gates) for each evaluation. Tested in tests/stability/orbits/counts_test.cpp.

#include "stability/orbits/counted_conflict.h"
#include "stability/orbits/tallies.h"

namespace stasis::stability {

class CountedConditions {
public:
  /// None if a condition does more with the members who are not apart than count them.
  static std::optional<CountedConditions> of(const CountedConflict& counted, const Parties& apart,
                                             const std::vector<const model::Expression*>& conditions);

  /// The classes of the members who are not apart that the conditions tell from each other.
  const SumClasses& classes() const { return classes_; }
  /// By condition, whether it holds: the singles' states by number, choices of those apart, and sums of the
  /// others in the order of `classes().summands()`. The result is valid until the next call.
  std::span<const std::uint8_t> evaluate(std::size_t together, std::span<const std::size_t> apart,
                                         std::span<const std::uint32_t> sums);

private:
  struct Leaf {
    Circuit::GateId gate;
    bool isApart;
    std::size_t who; ///< among the singles or those apart
    std::uint32_t bit;
  };
  struct Counter {
    Tally tally; ///< `held` by block: the singles, those apart, the others
    std::optional<std::size_t> summand;
  };
  CountedConditions(const CountedConflict& counted, Parties apart)
      : counted_(&counted), apart_(std::move(apart)), circuit_(counted.conflict()) {}
  bool prepare(const std::vector<const model::Expression*>& conditions);
  bool addLeaf(Circuit::GateId gate);
  void addCounter(Tally tally);

  const CountedConflict* counted_;
  Parties apart_;
  Circuit circuit_;
  SumClasses classes_;
  std::vector<Circuit::GateId> roots_, cone_; ///< the cone without leaves and counters
  std::vector<Leaf> leaves_;
  std::vector<Counter> counters_;
  std::vector<std::uint8_t> values_, operands_, result_;
};

} // namespace stasis::stability
