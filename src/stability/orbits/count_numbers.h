#pragma once

// How many states a set has, and which come first in the order of numbers. States that differ only in which
// of the counted members does what are told as one, by the first of them (`Alike`).
//
// A count takes one table of ways for each bound on the used choices. A list goes from the party declared
// last to the first; a table for each bound says which choices can still be completed, so it never turns back
// without a state. Tables cost O(values of the sums · members · choices). Tested in
// tests/stability/orbits/counts_test.cpp.

#include "stability/orbits/count_sets.h"
#include "stability/orbits/used_choices.h"

#include <map>
#include <tuple>

namespace stasis::stability {

class CountNumbers {
public:
  CountNumbers(const CountedConflict& counted, const CountSets& sets, const Errand& errand)
      : counted_(counted), sets_(sets), errand_(errand) {}

  Count count(const CountSet& set);
  std::vector<Engine::Alike> list(const CountSet& set, std::size_t limit, bool firstsOnly);
  /// By class: whether so many members can have such sums.
  std::vector<bool> reached(const SumClasses& classes, std::size_t members);

  /// The number of feasible states before this one, and the state before which there are so many.
  Count before(const model::Pattern& state);
  std::optional<model::Pattern> at(Count before);

private:
  class Finder;
  /// A feasible state being read or written, from the party declared last to the first.
  class Walk;
  const CappedSums& sumsOf(const SumClasses& classes);
  const std::vector<Count>& ways(const SumClasses& classes, std::size_t members, ChoiceSet allowed);
  UseBits usesOf(const CountSet& set, std::size_t cell) const;

  const CountedConflict& counted_;
  const CountSets& sets_;
  const Errand& errand_;
  std::vector<std::pair<SumClasses, std::unique_ptr<CappedSums>>> sums_;
  std::map<std::tuple<const CappedSums*, std::size_t, ChoiceSet>, std::vector<Count>> ways_;
};

} // namespace stasis::stability
