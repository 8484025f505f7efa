#include "stability/symbolic/force_order.h"
#include "stability/symbolic/levels.h"
#include "stability/symbolic/rank_bits.h"
#include "stability/symbolic/variable_order.h"
#include "support/dice.h"
#include "support/random_conflict.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace stasis::properties {
namespace {

using model::Conflict;
using model::Expression;
using model::OptionId;
using stability::Tie;
using Op = Expression::Op;

Conflict twoParties(std::size_t options) {
  Conflict conflict;
  for (std::size_t p = 0; p < 2; ++p) {
    conflict.parties.push_back(
        {.name = p == 0 ? "A" : "B", .firstOption = p * options, .optionCount = options});
    for (std::size_t k = 0; k < options; ++k)
      conflict.options.push_back({.name = "o" + std::to_string(k), .owner = model::PartyId(p)});
  }
  return conflict;
}

Expression both(std::size_t a, std::size_t b) {
  return Expression::join(Op::conjunction,
                          {Expression::option(OptionId(a)), Expression::option(OptionId(b))});
}

model::Prioritised ownOptions(std::size_t first, std::size_t count) {
  model::Prioritised said;
  for (std::size_t k = 0; k < count; ++k)
    said.tiers.push_back({{.wanted = Expression::option(OptionId(first + k))}});
  return said;
}

TEST(VariableOrder, TiesLookDefinesUpAndLeaveWhatIsWideOut) {
  Conflict conflict = twoParties(4);
  conflict.defines.push_back({.name = "d", .meaning = both(0, 1)});
  conflict.defines.push_back(
      {.name = "wide",
       .meaning = Expression::join(Op::disjunction,
                                   {Expression::define(model::DefineId(0)), both(2, 3), both(4, 5)})});
  const stability::Ties ties(conflict);
  EXPECT_EQ(ties.of(Expression::define(model::DefineId(0))), (Tie{OptionId(0), OptionId(1)}));
  EXPECT_EQ(ties.of(Expression::join(Op::iff, {Expression::define(model::DefineId(0)), both(1, 7)})),
            (Tie{OptionId(0), OptionId(1), OptionId(7)}));
  EXPECT_FALSE(ties.of(Expression::define(model::DefineId(1))));
}

TEST(VariableOrder, ForceBringsPairsTogether) {
  std::vector<OptionId> start;
  std::vector<Tie> ties;
  constexpr std::size_t pairs = 32;
  for (std::size_t k = 0; k < 2 * pairs; ++k)
    start.emplace_back(k);
  for (std::size_t k = 0; k < pairs; ++k)
    ties.push_back({OptionId(k), OptionId(k + pairs)});
  EXPECT_EQ(stability::mostOpen(start, ties), pairs);
  const auto order = stability::forceOrder(start, ties);
  EXPECT_EQ(stability::mostOpen(order, ties), 1U);
  auto sorted = order;
  std::ranges::sort(sorted);
  EXPECT_EQ(sorted, start) << "an order of the same options";
}

void neverBoth(Conflict& conflict, std::size_t a, std::size_t b) {
  conflict.constraints.push_back({.holds = Expression::negation(both(a, b))});
}

// Pairs across two parties leave one option open each where the parties stand side by side.
TEST(VariableOrder, PartiesStandSideBySideUpToSixOpenOptions) {
  for (const std::size_t pairs : {5U, 6U, 7U}) {
    Conflict conflict = twoParties(pairs);
    for (std::size_t k = 0; k < pairs; ++k)
      neverBoth(conflict, k, pairs + k);
    const auto order = stability::orderOfVariables(conflict).options;
    EXPECT_EQ(stability::mostOpen(order, stability::Ties(conflict).all()), pairs <= 6 ? pairs : 1U);
  }
}

// Of n options of which no two go together all but the last are open, in any order.
TEST(VariableOrder, NarrowIsUpToSixOpenOptionsAndFourInAStatement) {
  for (const std::size_t options : {6U, 7U, 8U}) {
    Conflict conflict = twoParties(4);
    for (std::size_t a = 0; a < options; ++a)
      for (std::size_t b = 0; b < a; ++b)
        neverBoth(conflict, a, b);
    EXPECT_EQ(stability::speaksNarrowly(conflict), options <= 7) << options;
  }
  for (const std::size_t options : {4U, 5U}) {
    Conflict conflict = twoParties(4);
    std::vector<Expression> list;
    for (std::size_t k = 0; k < options; ++k)
      list.push_back(Expression::option(OptionId(k)));
    conflict.parties[0].preference =
        model::Prioritised{{{{.wanted = Expression::join(Op::disjunction, std::move(list))}}}, {}};
    EXPECT_EQ(stability::speaksNarrowly(conflict), options <= 4) << options;
  }
}

/// Counted by the definition: before each place, the options with a tie to an option after it.
TEST(VariableOrder, MostOpenIsTheVertexSeparation) {
  support::SeededDice dice(5);
  for (int round = 0; round < 300; ++round) {
    std::vector<OptionId> order;
    for (std::size_t k = 0; k < 8; ++k)
      order.emplace_back(k);
    for (std::size_t k = 1; k < 8; ++k)
      std::swap(order[k], order[k - dice.roll(k + 1)]);
    std::vector<Tie> ties;
    for (std::size_t k = dice.roll(8); k > 0; --k) {
      std::set<OptionId> tie;
      for (std::size_t n = 2 + dice.roll(3); n > 0; --n)
        tie.insert(OptionId(dice.roll(8)));
      ties.emplace_back(tie.begin(), tie.end());
    }
    std::size_t most = 0;
    for (std::size_t cut = 0; cut <= 8; ++cut) {
      std::set<OptionId> open;
      for (const Tie& tie : ties)
        for (std::size_t a = 0; a < cut; ++a)
          for (std::size_t b = cut; b < 8; ++b)
            if (std::ranges::count(tie, order[a]) > 0 && std::ranges::count(tie, order[b]) > 0)
              open.insert(order[a]);
      most = std::max(most, open.size());
    }
    EXPECT_EQ(stability::mostOpen(order, ties), most);
  }
}

TEST(VariableOrder, ManyNarrowBitsStandBehindTheirOptions) {
  Conflict conflict = twoParties(12);
  conflict.parties[0].preference = ownOptions(0, 12);
  conflict.parties[1].preference = ownOptions(12, 8); // few bits: before all options
  const auto order = stability::orderOfVariables(conflict);
  const stability::Levels levels(order);
  EXPECT_EQ(levels.firstOption(), 8U);
  for (std::size_t m = 0; m < 12; ++m)
    EXPECT_EQ(levels.thresholds(model::PartyId(0))[m], levels.changed(OptionId(m)) + 1);
  for (std::size_t m = 0; m < 8; ++m)
    EXPECT_EQ(levels.thresholds(model::PartyId(1))[m], m);
}

// Every variable has a level of its own, and levels count the options behind them.
TEST(VariableOrder, LevelsAreADivision) {
  support::SeededDice dice(6);
  support::Kind kind = support::Kind::optionForm();
  kind.maxOptions = 12;
  for (int round = 0; round < 200; ++round) {
    const Conflict conflict = support::randomConflict(kind, dice);
    const auto order = stability::orderOfVariables(conflict);
    const stability::Levels levels(order);
    std::set<std::size_t> used;
    for (std::size_t o = 0; o < conflict.options.size(); ++o) {
      EXPECT_TRUE(used.insert(levels.option(OptionId(o))).second);
      EXPECT_TRUE(used.insert(levels.changed(OptionId(o))).second);
      EXPECT_EQ(levels.optionAt(levels.option(OptionId(o))), OptionId(o));
      EXPECT_EQ(levels.optionsFrom(levels.option(OptionId(o))),
                levels.optionsFrom(levels.option(OptionId(o)) + 1) + 1);
    }
    for (std::size_t i = 0; i < conflict.parties.size(); ++i) {
      const auto& bits = levels.thresholds(model::PartyId(i));
      EXPECT_EQ(bits.size(), stability::rankBitsOf(conflict.parties[i].preference));
      for (const std::size_t level : bits)
        EXPECT_TRUE(level < levels.firstOption() || used.insert(level).second);
    }
    EXPECT_EQ(used.size() + levels.firstOption(), levels.count());
    EXPECT_EQ(levels.optionsFrom(0), conflict.options.size());
    EXPECT_EQ(levels.optionsFrom(levels.count()), 0U);
  }
}

} // namespace
} // namespace stasis::properties
