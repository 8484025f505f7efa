// Linear extensions against all permutations.

#include "analysis/robust/linear_extensions.h"
#include "support/seeded.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>

namespace stasis::analysis {
namespace {

using Order = std::vector<std::size_t>;
using Above = std::vector<std::vector<bool>>;

/// A random partial order: pairs down a line, each with some chance, and what follows from them.
Above randomOrder(std::size_t n, support::Dice& dice) {
  Above above(n, std::vector<bool>(n));
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = i + 1; j < n; ++j)
      above[i][j] = dice.chance(1, 3);
  for (std::size_t k = 0; k < n; ++k)
    for (std::size_t i = 0; i < n; ++i)
      for (std::size_t j = 0; j < n; ++j)
        above[i][j] = above[i][j] || (above[i][k] && above[k][j]);
  return above;
}

bool keeps(const Order& order, const Above& above) {
  for (std::size_t a = 0; a < order.size(); ++a)
    for (std::size_t b = a + 1; b < order.size(); ++b)
      if (above[order[b]][order[a]])
        return false;
  return true;
}

std::vector<Order> byDefinition(const Above& above) {
  std::vector<Order> all;
  Order order(above.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  do {
    if (keeps(order, above))
      all.push_back(order);
  } while (std::ranges::next_permutation(order).found);
  return all;
}

TEST(LinearExtensions, AreCountedAndListed) {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    support::SeededDice dice(seed);
    const Above above = randomOrder(1 + dice.roll(6), dice);
    const LinearExtensions extensions(above);
    const auto all = byDefinition(above);
    ASSERT_EQ(*extensions.count(), all.size());
    ASSERT_EQ(extensions.list(), all);
  }
}

/// Pearson's sum over the extensions against its mean and six standard deviations.
void expectUniform(const std::map<Order, std::size_t>& drawn, std::size_t extensions, double draws) {
  const double each = draws / static_cast<double>(extensions);
  double sum = (static_cast<double>(extensions) - static_cast<double>(drawn.size())) * each;
  for (const auto& [order, times] : drawn)
    sum += (static_cast<double>(times) - each) * (static_cast<double>(times) - each) / each;
  const double degrees = static_cast<double>(extensions) - 1;
  EXPECT_LT(sum, degrees + 6 * std::sqrt(2 * degrees) + 1);
}

TEST(LinearExtensions, AreDrawnUniformly) {
  Draws draws(7);
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    support::SeededDice dice(seed);
    const Above above = randomOrder(4 + dice.roll(2), dice);
    const LinearExtensions extensions(above);
    std::map<Order, std::size_t> drawn;
    for (int k = 0; k < 3000; ++k) {
      const Order order = extensions.draw(draws);
      ASSERT_TRUE(keeps(order, above));
      ++drawn[order];
    }
    expectUniform(drawn, extensions.list().size(), 3000);
  }
}

// 70 things are more than are counted: 35 pairs, each below the one before it, open inside.
TEST(LinearExtensions, TheChainKeepsTheOrderAndMixes) {
  const std::size_t n = 70;
  Above above(n, std::vector<bool>(n));
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = i + 1; j < n; ++j)
      above[i][j] = i / 2 != j / 2;
  const LinearExtensions extensions(above);
  ASSERT_FALSE(extensions.count());
  ASSERT_GT(extensions.steps(), 1e6);
  Draws draws(3);
  std::size_t exchanged = 0;
  const int times = 12;
  for (int k = 0; k < times; ++k) {
    const Order order = extensions.draw(draws);
    ASSERT_TRUE(keeps(order, above));
    for (std::size_t p = 0; p < n; p += 2)
      exchanged += order[p] > order[p + 1] ? 1 : 0;
  }
  EXPECT_NEAR(static_cast<double>(exchanged) / (times * 35), 0.5,
              0.1); // 420 fair coins: 4 standard deviations
}

TEST(LinearExtensions, WithoutARelationAllOrdersAreDrawn) {
  const LinearExtensions extensions(Above(100, std::vector<bool>(100)));
  EXPECT_TRUE(extensions.isExact());
  Draws draws(1);
  const Order order = extensions.draw(draws);
  EXPECT_EQ(std::set<std::size_t>(order.begin(), order.end()).size(), 100U);
  Draws again(1);
  EXPECT_EQ(extensions.draw(again), order);
}

} // namespace
} // namespace stasis::analysis
