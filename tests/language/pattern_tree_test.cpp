#include "language/lexing/decimal.h"
#include "language/resolving/pattern_tree.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace stasis::language {
namespace {

TEST(PatternTree, FindsTheFirstThatSharesAState) {
  EXPECT_TRUE(rc::check([] {
    const auto letters = rc::gen::container<std::string>(4, rc::gen::element('Y', 'N', '-'));
    const auto texts = *rc::gen::container<std::vector<std::string>>(letters);
    PatternTree tree;
    std::vector<model::Pattern> before;
    for (const auto& text : texts) {
      const auto pattern = *model::Pattern::parse(text);
      std::optional<std::size_t> expected;
      for (std::size_t i = before.size(); i-- > 0;)
        if (before[i].overlaps(pattern))
          expected = i;
      RC_ASSERT(tree.meets(pattern) == expected);
      tree.insert(pattern, before.size());
      before.push_back(pattern);
    }
  }));
}

TEST(Decimal, NumbersAreWholeInSmallUnits) {
  EXPECT_EQ(decimalsOf("12"), 0);
  EXPECT_EQ(decimalsOf("12.50"), 2);
  EXPECT_EQ(unitsOf("12.50", 2), 1250U);
  EXPECT_EQ(unitsOf("12.5", 4), 125000U);
  EXPECT_EQ(unitsOf("0", 9), 0U);
  EXPECT_EQ(unitsOf("1.25", 1), std::nullopt);
  EXPECT_EQ(unitsOf("4611686018427387903", 0), mostUnits); // half of 2^63 - 1
  EXPECT_EQ(unitsOf("4611686018427387904", 0), std::nullopt);
  EXPECT_EQ(unitsOf("99999999999999999999999999", 0), std::nullopt);
  EXPECT_EQ(unitsOf("4611686018427387903", 1), std::nullopt);
}

} // namespace
} // namespace stasis::language
