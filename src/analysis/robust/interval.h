#pragma once

// The exact confidence interval for a share of which so many of n independent draws had the property (Clopper
// & Pearson 1934): all p for which neither tail of the binomial distribution at what was drawn has less than
// half of what is left of certainty. It holds the share with at least the stated probability, whatever it is.
// O(n) for each of some 60 steps of a bisection. Tested in tests/robust/interval_test.cpp.

#include <cstddef>

namespace stasis::analysis {

struct Interval {
  double low = 0;
  double high = 1;
};

/// `held` of `draws`, at least one draw; `confidence` such as 0.95.
Interval shareInterval(std::size_t held, std::size_t draws, double confidence);

} // namespace stasis::analysis
