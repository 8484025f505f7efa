#include "stability/orbits/used_choices.h"

#include <algorithm>

namespace stasis::stability {

std::map<ChoiceSet, long> asSums(const UseBits& row) {
  std::vector<long> times(row.begin(), row.end());
  for (std::size_t bit = 1; bit < times.size(); bit *= 2)
    for (std::size_t set = 0; set < times.size(); ++set)
      if ((set & bit) == 0)
        times[set] -= times[set | bit];
  std::map<ChoiceSet, long> sums;
  for (std::size_t set = 0; set < times.size(); ++set)
    if (times[set] != 0)
      sums[set] = times[set];
  return sums;
}

namespace {

/// Whether all sets from `least` to `most` belong.
bool holdsWhole(const UseBits& row, UseInterval interval) {
  const ChoiceSet open = interval.most & ~interval.least;
  for (ChoiceSet some = open;; some = (some - 1) & open) {
    if (!row[interval.least | some])
      return false;
    if (some == 0)
      return true;
  }
}

/// The interval widened, choice by choice, as far as the row holds it.
UseInterval widened(const UseBits& row, UseInterval interval) {
  for (ChoiceSet bit = 1; bit < row.size(); bit *= 2)
    if ((interval.most & bit) == 0 && holdsWhole(row, {interval.least, interval.most | bit}))
      interval.most |= bit;
  for (ChoiceSet bit = 1; bit < row.size(); bit *= 2)
    if ((interval.least & bit) != 0 && holdsWhole(row, {interval.least & ~bit, interval.most}))
      interval.least &= ~bit;
  return interval;
}

} // namespace

std::vector<UseInterval> asIntervals(const UseBits& row) {
  std::vector<UseInterval> intervals;
  for (std::size_t set = 0; set < row.size(); ++set) {
    const bool covered = std::ranges::any_of(intervals, [&](const UseInterval& known) {
      return (known.least & ~set) == 0 && (set & ~known.most) == 0;
    });
    if (row[set] && !covered)
      intervals.push_back(widened(row, {set, set}));
  }
  return intervals;
}

} // namespace stasis::stability
