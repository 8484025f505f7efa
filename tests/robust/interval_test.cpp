// Intervals against published ones and against the binomial distribution.

#include "analysis/robust/interval.h"

#include <gtest/gtest.h>

#include <cmath>

namespace stasis::analysis {
namespace {

// Exact 95 % limits for a binomial share; of nothing in n they are 1 - 0.025^(1/n) by hand.
TEST(Interval, OfNothingAndAllIsByHand) {
  for (const std::size_t n : {1U, 10U, 1000U}) {
    const double edge = 1 - std::pow(0.025, 1.0 / static_cast<double>(n));
    const Interval none = shareInterval(0, n, 0.95);
    EXPECT_EQ(none.low, 0);
    EXPECT_NEAR(none.high, edge, 1e-9);
    const Interval all = shareInterval(n, n, 0.95);
    EXPECT_NEAR(all.low, 1 - edge, 1e-9);
    EXPECT_EQ(all.high, 1);
  }
}

double binomial(std::size_t k, std::size_t n, double p) {
  double ways = 1;
  for (std::size_t i = 0; i < k; ++i)
    ways *= static_cast<double>(n - i) / static_cast<double>(i + 1);
  return ways * std::pow(p, static_cast<double>(k)) * std::pow(1 - p, static_cast<double>(n - k));
}

// The definition: whatever p is, what is drawn has an interval with p in it with at least this probability.
TEST(Interval, HoldsTheShareOftenEnough) {
  const std::size_t n = 20;
  for (double p = 0.01; p < 1; p += 0.01) {
    double within = 0;
    for (std::size_t k = 0; k <= n; ++k) {
      const Interval interval = shareInterval(k, n, 0.95);
      within += interval.low <= p && p <= interval.high ? binomial(k, n, p) : 0;
    }
    EXPECT_GE(within, 0.95) << p;
  }
}

} // namespace
} // namespace stasis::analysis
