#include "analysis/robust/interval.h"

#include <cmath>

namespace stasis::analysis {

namespace {

/// P(X ≥ k) for X binomial of n draws with share p in (0, 1).
double upperTail(std::size_t k, std::size_t n, double p) {
  const auto size = static_cast<double>(n);
  double sum = 0;
  for (std::size_t x = k; x <= n; ++x) {
    const auto at = static_cast<double>(x);
    sum += std::exp(std::lgamma(size + 1) - std::lgamma(at + 1) - std::lgamma(size - at + 1) +
                    at * std::log(p) + (size - at) * std::log1p(-p));
  }
  return sum;
}

/// The p at which P(X ≥ k) is this; it grows with p.
double shareWithTail(std::size_t k, std::size_t n, double tail) {
  double low = 0;
  double high = 1;
  for (int step = 0; step < 60; ++step) {
    const double middle = (low + high) / 2;
    (upperTail(k, n, middle) < tail ? low : high) = middle;
  }
  return (low + high) / 2;
}

} // namespace

Interval shareInterval(std::size_t held, std::size_t draws, double confidence) {
  const double tail = (1 - confidence) / 2;
  return {held == 0 ? 0 : shareWithTail(held, draws, tail),
          held == draws ? 1 : shareWithTail(held + 1, draws, 1 - tail)};
}

} // namespace stasis::analysis
