#include "evidence/grammar/whole_sums.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <vector>

namespace stasis::evidence::grammar {
namespace {

template <class T> std::vector<T> numbers(std::size_t count, int least, int most) {
  return *rc::gen::container<std::vector<T>>(
      count, rc::gen::map(rc::gen::inRange(least, most + 1), [](int n) { return static_cast<T>(n); }));
}

RC_GTEST_PROP(WholeSums, RowsAreAddedUp, ()) {
  const auto count = *rc::gen::inRange<std::size_t>(0, 9);
  const auto values = numbers<std::int16_t>(count * net::hidden, -3000, 3000);
  std::vector<const std::int16_t*> rows;
  for (std::size_t r = 0; r < count; ++r)
    rows.push_back(values.data() + r * net::hidden);
  HiddenSums sums;
  sumRows(rows, sums);
  for (std::size_t j = 0; j < net::hidden; ++j) {
    int sum = 0;
    for (std::size_t r = 0; r < count; ++r)
      sum += values[r * net::hidden + j];
    RC_ASSERT(sums[j] == sum);
  }
}

RC_GTEST_PROP(WholeSums, WeightsAreMultipliedAndAddedUp, ()) {
  const auto values = numbers<std::int8_t>(2 * *rc::gen::inRange<std::size_t>(0, 5), -127, 127);
  const auto weights = numbers<std::int8_t>(values.size() * net::hidden, -127, 127);
  std::array<std::int32_t, net::hidden> sums;
  weighted(values, weights.data(), sums);
  for (std::size_t j = 0; j < net::hidden; ++j) {
    int sum = 0;
    for (std::size_t i = 0; i < values.size(); ++i)
      sum += values[i] * weights[i * net::hidden + j];
    RC_ASSERT(sums[j] == sum);
  }
}

RC_GTEST_PROP(WholeSums, ProductsAreThoseOfEachRow, ()) {
  const auto count = *rc::gen::inRange<std::size_t>(1, 9);
  const auto weights = numbers<std::int16_t>(count * net::hidden, -300, 300);
  const auto bias = numbers<std::int32_t>(count, -100000, 100000);
  HiddenSums hidden;
  std::ranges::copy(numbers<std::int16_t>(net::hidden, -20000, 20000), hidden.begin());
  for (std::int16_t& h : hidden)
    h = std::max<std::int16_t>(h, 0);
  std::vector<std::int32_t> sums;
  PairedWeights(weights, bias).products(hidden, sums);
  for (std::size_t r = 0; r < count; ++r) {
    std::int64_t sum = bias[r];
    for (std::size_t j = 0; j < net::hidden; ++j)
      sum += std::int64_t{hidden[j]} * weights[r * net::hidden + j];
    RC_ASSERT(sums[r] == sum);
  }
}

// The ends of what eight bits hold.
TEST(WholeSums, TwoLargestProductsFit) {
  const std::vector<std::int8_t> values{-127, -127};
  const std::vector<std::int8_t> weights(2 * net::hidden, -127);
  std::array<std::int32_t, net::hidden> sums;
  weighted(values, weights.data(), sums);
  EXPECT_EQ(sums.front(), 2 * 127 * 127);
}

} // namespace
} // namespace stasis::evidence::grammar
