#include "language/codes/nearest.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>

namespace stasis::language {
namespace {

TEST(Nearest, DistancesByHand) {
  EXPECT_EQ(distance("attack", "attack", 3), 0U);
  EXPECT_EQ(distance("atack", "attack", 3), 1U);  // one letter left out
  EXPECT_EQ(distance("attakc", "attack", 3), 1U); // two exchanged
  EXPECT_EQ(distance("ATTACK", "attack", 3), 1U); // case alone
  EXPECT_EQ(distance("kitten", "sitting", 5), 3U);
  EXPECT_EQ(distance("kitten", "sitting", 2), 3U); // beyond the limit: limit + 1
  EXPECT_EQ(distance("", "ab", 3), 2U);
}

/// The definition, by recursion on the last letters.
std::size_t slow(const std::string& a, const std::string& b) {
  if (a.empty() || b.empty())
    return a.size() + b.size();
  const std::string x = a.substr(0, a.size() - 1), y = b.substr(0, b.size() - 1);
  std::size_t best = std::min({slow(x, b) + 1, slow(a, y) + 1, slow(x, y) + (a.back() == b.back() ? 0 : 1)});
  if (a.size() > 1 && b.size() > 1 && a.back() == y.back() && x.back() == b.back())
    best = std::min(best, slow(x.substr(0, x.size() - 1), y.substr(0, y.size() - 1)) + 1);
  return best;
}

TEST(Nearest, DistanceIsThatOfTheDefinition) {
  EXPECT_TRUE(rc::check([] {
    const auto word = rc::gen::resize(6, rc::gen::container<std::string>(rc::gen::element('a', 'b', 'c')));
    const std::string a = *word, b = *word;
    const std::size_t limit = *rc::gen::inRange<std::size_t>(0, 8);
    RC_ASSERT(distance(a, b, limit) == std::min(slow(a, b), limit + 1));
  }));
}

TEST(Nearest, AThirdOfTheLettersIsNearEnough) {
  EXPECT_EQ(nearest("atack", {"release", "attack", "escalate"}), "attack");
  EXPECT_EQ(nearest("strke", {"stroke", "strike"}), "stroke"); // the first of those equally near
  EXPECT_EQ(nearest("strik", {"stroke", "strike"}), "strike"); // the nearest
  EXPECT_EQ(nearest("MoE", {"moe"}), "moe");
  EXPECT_EQ(nearest("xyz", {"abc"}), std::nullopt);
  EXPECT_EQ(nearest("a", {"b"}), std::nullopt); // another letter altogether
  EXPECT_EQ(nearest("a", {"A"}), "A");
  EXPECT_EQ(nearest("ab", {"a"}), std::nullopt);
  EXPECT_EQ(nearest("anything", {}), std::nullopt);
}

} // namespace
} // namespace stasis::language
