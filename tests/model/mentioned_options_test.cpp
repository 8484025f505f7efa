#include "model/mentioned_options.h"
#include "support/random_conflict.h"
#include "support/seeded.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace stasis::model {
namespace {

/// One party with this many options.
Conflict withOptions(std::size_t options) {
  Conflict conflict;
  conflict.parties.emplace_back().optionCount = options;
  conflict.options.resize(options);
  return conflict;
}

void define(Conflict& conflict, Expression meaning) {
  conflict.defines.emplace_back().meaning = std::move(meaning);
}

Expression both(Expression a, Expression b) {
  std::vector<Expression> two;
  two.push_back(std::move(a));
  two.push_back(std::move(b));
  return Expression::join(Expression::Op::conjunction, std::move(two));
}

TEST(MentionedOptions, AreThoseOfTheDefinitionsToo) {
  Conflict conflict = withOptions(5);
  define(conflict, Expression::option(OptionId(3)));
  define(conflict, both(Expression::option(OptionId(1)), Expression::define(DefineId(0))));
  define(conflict, Expression::option(OptionId(4))); // which nothing names
  const Expression condition = both(Expression::define(DefineId(1)), Expression::option(OptionId(3)));
  EXPECT_EQ(mentionedOptions({&condition}, conflict), (std::vector{OptionId(1), OptionId(3)}));
  const Expression other = Expression::negation(Expression::option(OptionId(0)));
  EXPECT_EQ(mentionedOptions({&condition, &other}, conflict),
            (std::vector{OptionId(0), OptionId(1), OptionId(3)}));
  const Expression constant = Expression::constant(true);
  EXPECT_TRUE(mentionedOptions({&constant}, conflict).empty());
  EXPECT_TRUE(mentionedOptions({}, conflict).empty());
}

// Each definition names the one before it twice: every path through them would be 2^400 long.
TEST(MentionedOptions, ReadADefinitionOnce) {
  Conflict conflict = withOptions(2);
  define(conflict, Expression::option(OptionId(1)));
  for (std::size_t d = 1; d < 400; ++d)
    define(conflict, both(Expression::define(DefineId(d - 1)),
                          Expression::negation(Expression::define(DefineId(d - 1)))));
  const Expression condition = Expression::define(DefineId(399));
  EXPECT_EQ(mentionedOptions({&condition}, conflict), std::vector{OptionId(1)});
}

// What is not mentioned makes no difference in any state.
TEST(MentionedOptions, AllOthersMakeNoDifference) {
  std::size_t turned = 0;
  support::forSeeds(200, support::Kind::anything(), [&](const Conflict& conflict) {
    for (const auto& constraint : conflict.constraints) {
      const auto mentioned = mentionedOptions({&constraint.holds}, conflict);
      ASSERT_EQ(std::ranges::adjacent_find(mentioned, std::ranges::greater_equal()), mentioned.end());
      for (std::size_t bits = 0; bits < std::size_t{1} << conflict.options.size(); ++bits) {
        State state(conflict.options.size(), Choice::no);
        for (std::size_t i = 0; i < conflict.options.size(); ++i)
          state.set(OptionId(i), (bits >> i & 1) != 0 ? Choice::yes : Choice::no);
        const bool held = holds(constraint.holds, conflict, state);
        for (std::size_t i = 0; i < conflict.options.size(); ++i) {
          if (std::ranges::binary_search(mentioned, OptionId(i)))
            continue;
          State other = state;
          other.set(OptionId(i), state.taken(OptionId(i)) ? Choice::no : Choice::yes);
          ASSERT_EQ(holds(constraint.holds, conflict, other), held);
          ++turned;
        }
      }
    }
  });
  EXPECT_GT(turned, 1000U);
}

} // namespace
} // namespace stasis::model
