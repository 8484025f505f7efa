#include "model/wishes.h"

#include <gtest/gtest.h>

namespace stasis::model {
namespace {

Statement stated(std::size_t option, std::size_t line) {
  Statement statement;
  statement.wanted = Expression::option(OptionId(option));
  statement.range = {line, line + 1};
  return statement;
}

/// The options wanted and where, in the order of the visits.
template <class Written> std::vector<std::pair<OptionId, std::size_t>> visited(Written& preference) {
  std::vector<std::pair<OptionId, std::size_t>> wishes;
  eachWish(preference, [&](const Expression& wanted, Range range) {
    wishes.emplace_back(wanted.options().at(0), range.begin);
  });
  return wishes;
}

using Wishes = std::vector<std::pair<OptionId, std::size_t>>;

TEST(EachWish, VisitsStatementsInTheirOrder) {
  const Preference preference = Prioritised{{{stated(2, 10), stated(0, 20)}, {stated(1, 30)}}, {}};
  EXPECT_EQ(visited(preference), (Wishes{{OptionId(2), 10}, {OptionId(0), 20}, {OptionId(1), 30}}));
}

TEST(EachWish, VisitsWhatIsWeighed) {
  Weights weights;
  for (const std::size_t option : {3U, 1U}) {
    auto& weight = weights.weights.emplace_back();
    weight.wanted = Expression::option(OptionId(option));
    weight.range = {10 * option, 10 * option + 1};
  }
  const Preference preference = weights;
  EXPECT_EQ(visited(preference), (Wishes{{OptionId(3), 30}, {OptionId(1), 10}}));
}

TEST(EachWish, ARankingHasNoneNorHasIndifference) {
  const Preference ranked = Ranking{};
  const Preference nothing;
  EXPECT_TRUE(visited(ranked).empty());
  EXPECT_TRUE(visited(nothing).empty());
}

TEST(EachWish, MayBeChangedWhereThePreferenceMay) {
  Preference preference = Prioritised{{{stated(0, 10)}, {stated(1, 20)}}, {}};
  eachWish(preference, [](Expression& wanted, Range) { wanted = Expression::negation(wanted); });
  for (const auto& tier : std::get<Prioritised>(preference).tiers)
    EXPECT_EQ(tier.at(0).wanted.root().op, Expression::Op::negation);
  EXPECT_EQ(visited(preference), (Wishes{{OptionId(0), 10}, {OptionId(1), 20}}));
}

} // namespace
} // namespace stasis::model
