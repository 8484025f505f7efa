// A list of statements gives exactly the order that is known, checked by nested loops over statements and
// states (tests/oracle/elicitation.h).

#include "analysis/elicit/pair_answers.h"
#include "analysis/elicit/statement_list.h"
#include "oracle/elicitation.h"
#include "support/seeded.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <iostream>

namespace stasis::analysis {
namespace {

using model::Conflict;
using model::Expression;
using model::OptionId;
using oracle::Classes;
using oracle::Game;
using Op = Expression::Op;

Expression randomLiteral(const Conflict& conflict, support::Dice& dice) {
  Expression option = Expression::option(OptionId(dice.roll(conflict.options.size())));
  return dice.roll(2) == 0 ? option : Expression::negation(option);
}

/// An option or two, joined in any way.
Expression randomStatement(const Conflict& conflict, support::Dice& dice) {
  constexpr std::array ops{Op::conjunction, Op::disjunction, Op::exclusive,
                           Op::iff,         Op::implies,     Op::whenever};
  const std::size_t kind = dice.roll(ops.size() + 3);
  if (kind >= ops.size())
    return randomLiteral(conflict, dice);
  return Expression::join(ops.at(kind), {randomLiteral(conflict, dice), randomLiteral(conflict, dice)});
}

std::vector<Expression> randomList(const Conflict& conflict, support::Dice& dice) {
  std::vector<Expression> list;
  for (std::size_t k = 0; k <= dice.roll(5); ++k)
    list.push_back(randomStatement(conflict, dice));
  return list;
}

std::size_t wordsIn(const std::vector<Expression>& list) {
  std::size_t words = 0;
  for (const Expression& statement : list)
    for (const auto& node : statement.nodes())
      words += node.op == Op::option ? 1 : 0;
  return words;
}

/// The classes of the list as it says them, and by the definition; both have to be the same.
Classes classesOf(const Game& game, const StatementList& list) {
  Classes told(game.size());
  std::size_t before = 0;
  for (const auto& tied : list.classes) {
    for (const Place place : tied)
      told[place] = before;
    before += tied.size();
  }
  EXPECT_EQ(told, oracle::classesByStatements(game, list.statements));
  return told;
}

support::Kind optionsOnly() {
  support::Kind kind = support::Kind::optionForm();
  kind.maxOptions = 5;
  return kind;
}

KnownOrder ranked(const Classes& classes) { return KnownOrder::ranked({classes.begin(), classes.end()}); }

TEST(StatementList, GivesExactlyTheOrderThatAListOfStatementsMade) {
  std::size_t seed = 0, lists = 0, longer = 0;
  support::forSeeds(2000, optionsOnly(), [&](const Conflict& conflict) {
    support::SeededDice dice(++seed);
    const Game game(conflict);
    const auto written = randomList(conflict, dice);
    const Classes truth = oracle::classesByStatements(game, written);
    const auto found = statementList(conflict, game.feasible(), ranked(truth));
    if (std::ranges::count(truth, 0U) == static_cast<std::ptrdiff_t>(truth.size())) {
      ASSERT_FALSE(found); // all alike: there is nothing to say
      return;
    }
    ++lists;
    ASSERT_TRUE(found);
    ASSERT_EQ(classesOf(game, *found), truth);
    longer += wordsIn(found->statements) > wordsIn(written) ? 1 : 0;
  });
  if (std::getenv("STASIS_SHOW") != nullptr)
    std::cout << longer << " of " << lists << " lists name more options than the list they come from\n";
  EXPECT_GT(lists, 1500U);
  EXPECT_LT(20 * longer, lists);
}

TEST(StatementList, FitsEveryAnswerWhereSomeOrderIsOpen) {
  std::size_t seed = 0;
  support::forSeeds(300, optionsOnly(), [&](const Conflict& conflict) {
    support::SeededDice dice(++seed);
    const Game game(conflict);
    const Classes truth = oracle::classesByStatements(game, randomList(conflict, dice));
    PairAnswers answers(game.size());
    for (std::size_t k = 0; k < 2 * game.size(); ++k) {
      const auto a = static_cast<Place>(dice.roll(game.size())),
                 b = static_cast<Place>(dice.roll(game.size()));
      if (a != b)
        answers.add({truth[a] == truth[b] ? PairAnswer::Kind::same : PairAnswer::Kind::rather,
                     truth[a] > truth[b] ? b : a, truth[a] > truth[b] ? a : b});
    }
    const auto found = statementList(conflict, game.feasible(), answers.order());
    const bool saysSomething = std::ranges::any_of(
        answers.all(), [](const PairAnswer& answer) { return answer.kind == PairAnswer::Kind::rather; });
    ASSERT_EQ(found.has_value(), saysSomething);
    if (!found)
      return;
    const Classes told = classesOf(game, *found);
    for (const PairAnswer& answer : answers.all())
      if (answer.kind == PairAnswer::Kind::same)
        ASSERT_EQ(told[answer.one], told[answer.other]);
      else
        ASSERT_LT(told[answer.one], told[answer.other]);
  });
}

TEST(StatementList, AnyRankingIsMetExactlyOrNotAtAll) {
  std::size_t seed = 0, met = 0, notMet = 0;
  support::forSeeds(120, support::Kind::mergedStates(), [&](const Conflict& conflict) {
    support::SeededDice dice(++seed);
    const Game game(conflict);
    Classes truth;
    for (std::size_t s = 0; s < game.size(); ++s)
      truth.push_back(dice.roll(3));
    const auto found = statementList(conflict, game.feasible(), ranked(truth));
    found ? ++met : ++notMet;
    if (!found)
      return;
    const Classes told = classesOf(game, *found);
    for (std::size_t a = 0; a < truth.size(); ++a)
      for (std::size_t b = 0; b < truth.size(); ++b)
        ASSERT_EQ(told[a] < told[b], truth[a] < truth[b]);
    for (const Expression& statement : found->statements) // no statement tells members of a state apart
      for (std::size_t s = 0; s < game.size(); ++s)
        for (const auto& member : game.members(s))
          ASSERT_EQ(oracle::truth(conflict, statement, member), game.holds(statement, s));
  });
  EXPECT_GT(met, 10U);
  EXPECT_GT(notMet, 10U);
}

} // namespace
} // namespace stasis::analysis
