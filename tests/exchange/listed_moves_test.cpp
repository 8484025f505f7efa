#include "exchange/disjunctive_form.h"
#include "exchange/feasible_states.h"
#include "exchange/identifier.h"
#include "exchange/listed_moves.h"
#include "exchange/readable_constraints.h"
#include "oracle/definitions.h"
#include "support/property.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace stasis::exchange {
namespace {

using model::Choice;
using model::Conflict;
using model::Expression;
using model::OptionId;
using model::State;
using support::Kind;
using support::ShrinkingDice;
using Op = Expression::Op;

std::vector<State> everyState(std::size_t options) {
  std::vector<State> states;
  for (std::size_t bits = 0; bits < std::size_t{1} << options; ++bits) {
    State state(options, Choice::no);
    for (std::size_t i = 0; i < options; ++i)
      if ((bits >> i & 1U) != 0)
        state.set(OptionId(i), Choice::yes);
    states.push_back(state);
  }
  return states;
}

bool holds(const Cubes& cubes, const State& state) {
  return std::ranges::any_of(cubes, [&](const Cube& cube) {
    return std::ranges::all_of(cube, [&](Literal one) { return state.taken(one.option) == one.taken; });
  });
}

Cubes randomCubes(std::size_t options, std::size_t most, support::Dice& dice) {
  Cubes cubes;
  for (std::size_t i = dice.roll(most + 1); i > 0; --i) {
    std::vector<Literal> literals;
    for (std::size_t o = 0; o < options; ++o)
      if (dice.chance(1, 2))
        literals.push_back({OptionId(o), dice.chance(2, 3)});
    cubes.push_back(literals);
  }
  return cubes;
}

TEST(DisjunctiveForm, HoldsWhereTheExpressionDoes) {
  EXPECT_TRUE(support::holdsFor(1000, Kind::anything(), [](const Conflict& conflict) {
    ShrinkingDice dice;
    const Expression expression = support::randomExpression(conflict, dice, 4);
    DisjunctiveForm form(conflict);
    const auto where = form.of(expression, true);
    const auto whereNot = form.of(expression, false);
    RC_ASSERT(where.has_value());
    RC_ASSERT(whereNot.has_value());
    for (const State& state : everyState(conflict.options.size())) {
      const bool truth = oracle::truth(conflict, expression, state);
      RC_ASSERT(holds(*where, state) == truth);
      RC_ASSERT(holds(*whereNot, state) != truth);
      RC_ASSERT(model::holds(expressionOf(*where), conflict, state) == truth);
    }
  }));
}

Conflict manyOptions(std::size_t count) {
  Conflict conflict;
  conflict.parties.push_back({.name = "P", .optionCount = count});
  for (std::size_t i = 0; i < count; ++i)
    conflict.options.push_back({.name = "o" + std::to_string(i)});
  return conflict;
}

std::vector<Expression> optionList(std::size_t count) {
  std::vector<Expression> list;
  for (std::size_t i = 0; i < count; ++i)
    list.push_back(Expression::option(OptionId(i)));
  return list;
}

TEST(DisjunctiveForm, IsGivenUpAtAStatedSize) {
  const Conflict conflict = manyOptions(60);
  DisjunctiveForm form(conflict);
  const auto half = Expression::count(Op::atLeast, 30, optionList(60));
  EXPECT_FALSE(form.of(half, true).has_value());
  EXPECT_FALSE(form.of(half, false).has_value());
  const auto two = Expression::count(Op::atLeast, 2, optionList(60));
  EXPECT_EQ(form.of(two, true)->size(), 60U * 59U / 2U);
  EXPECT_EQ(form.of(two, false)->size(), 60U); // all but one are not taken
}

TEST(DisjunctiveForm, OnlyTheSenseAskedForIsComputed) {
  const Conflict conflict = manyOptions(64);
  std::vector<Expression> pairs;
  for (std::size_t i = 0; i < 64; i += 2)
    pairs.push_back(Expression::join(Op::disjunction,
                                     {Expression::option(OptionId(i)), Expression::option(OptionId(i + 1))}));
  const auto all = Expression::join(Op::conjunction, pairs); // 2^32 cubes, its denial 32
  DisjunctiveForm form(conflict);
  EXPECT_EQ(form.of(all, false)->size(), 32U);
  EXPECT_FALSE(form.of(all, true).has_value());
}

TEST(DisjunctiveForm, LongAndDeepExpressions) {
  const Conflict conflict = manyOptions(20'000);
  DisjunctiveForm form(conflict);
  const auto all = Expression::join(Op::conjunction, optionList(20'000));
  EXPECT_EQ(form.of(all, true)->front().size(), 20'000U);
  EXPECT_FALSE(form.of(all, false).has_value());
  Conflict deep = manyOptions(1);
  deep.defines.push_back({.name = "d0", .meaning = Expression::option(OptionId(0))});
  for (std::size_t i = 1; i < 100'000; ++i)
    deep.defines.push_back({.name = "d" + std::to_string(i),
                            .meaning = Expression::negation(Expression::define(model::DefineId(i - 1)))});
  DisjunctiveForm chain(deep);
  EXPECT_EQ(*chain.of(Expression::define(model::DefineId(99'999)), true), (Cubes{{{OptionId(0), false}}}));
}

TEST(Cubes, OfTwoOptionsAreSaidByOneConnective) {
  const auto o = [](std::size_t i, bool taken) { return Literal{OptionId(i), taken}; };
  const auto a = Expression::option(OptionId(0));
  const auto b = Expression::option(OptionId(1));
  EXPECT_EQ(expressionOf(Cubes{{o(0, true), o(1, true)}, {o(0, false), o(1, false)}}),
            Expression::join(Op::iff, {a, b}));
  EXPECT_EQ(expressionOf(Cubes{{o(0, true), o(1, false)}, {o(0, false), o(1, true)}}),
            Expression::join(Op::exclusive, {a, b}));
  EXPECT_EQ(
      expressionOf(Cubes{{o(0, true), o(1, true)}, {o(0, false), o(1, false)}, {o(0, false), o(1, true)}}),
      Expression::join(Op::implies, {a, b}));
  EXPECT_EQ(
      expressionOf(Cubes{{o(0, true), o(1, true)}, {o(0, false), o(1, false)}, {o(0, true), o(1, false)}}),
      Expression::join(Op::implies, {b, a}));
}

TEST(Cubes, AreReadAsTheyStand) {
  EXPECT_TRUE(support::holdsFor(500, Kind::optionForm(), [](const Conflict& conflict) {
    ShrinkingDice dice;
    Cubes cubes = randomCubes(std::min<std::size_t>(conflict.options.size(), 3), 5, dice);
    const Expression expression = expressionOf(cubes);
    Cubes simpler = cubes;
    simplify(simpler);
    for (const State& state : everyState(conflict.options.size())) {
      RC_ASSERT(model::holds(expression, conflict, state) == holds(cubes, state));
      RC_ASSERT(holds(simpler, state) == holds(cubes, state));
    }
  }));
}

TEST(FeasibleStates, AreThoseOutsideEveryCubeInAscendingOrder) {
  EXPECT_TRUE(support::holdsFor(500, Kind::optionForm(), [](const Conflict& conflict) {
    ShrinkingDice dice;
    const std::size_t options = conflict.options.size();
    const Cubes cubes = randomCubes(options, 6, dice);
    std::vector<State> expected;
    for (const State& state : everyState(options))
      if (!holds(cubes, state))
        expected.push_back(state);
    std::vector<State> found;
    RC_ASSERT(forEachStateOutside(cubes, options, 1'000'000, [&](const State& state) {
      found.push_back(state);
      return true;
    }));
    RC_ASSERT(found == expected);
  }));
}

TEST(FeasibleStates, OfNoOptionIsOne) {
  std::size_t count = 0;
  EXPECT_TRUE(forEachStateOutside({}, 0, 1, [&](const State&) { return ++count > 0; }));
  EXPECT_EQ(count, 1U);
  EXPECT_TRUE(forEachStateOutside({{}}, 3, 1, [](const State&) { return false; }))
      << "the empty cube holds everywhere";
}

// 60 options of which exactly one is taken: 60 states are found among 2^60.
TEST(FeasibleStates, AreFoundAmongMany) {
  Cubes cubes(1);
  for (std::size_t i = 0; i < 60; ++i) {
    cubes[0].push_back({OptionId(i), false});
    for (std::size_t j = i + 1; j < 60; ++j)
      cubes.push_back({{OptionId(i), true}, {OptionId(j), true}});
  }
  std::size_t count = 0;
  EXPECT_TRUE(forEachStateOutside(cubes, 60, 10'000, [&](const State&) { return ++count > 0; }));
  EXPECT_EQ(count, 60U);
}

TEST(ReadableConstraints, AllowTheSameStates) {
  EXPECT_TRUE(support::holdsFor(1000, Kind::optionForm(), [](const Conflict& conflict) {
    ShrinkingDice dice;
    const std::size_t options = conflict.options.size();
    std::vector<Infeasible> conditions;
    Cubes all;
    for (std::size_t a = 0; a < options; ++a) // pairs are what groups are made of
      for (std::size_t b = a + 1; b < options; ++b)
        if (dice.chance(1, 2))
          conditions.push_back({{{{OptionId(a), true}, {OptionId(b), true}}}, {}});
    for (Cube& cube : randomCubes(options, 3, dice))
      if (!cube.empty())
        conditions.push_back({{std::move(cube)}, {}});
    if (Cubes compound = randomCubes(options, 3, dice); !compound.empty())
      conditions.push_back({std::move(compound), {}});
    for (const Infeasible& condition : conditions)
      all.insert(all.end(), condition.cubes.begin(), condition.cubes.end());
    const auto constraints = readableConstraints(conditions);
    RC_ASSERT(constraints.size() <= conditions.size());
    for (const State& state : everyState(options)) {
      const bool allowed = std::ranges::all_of(constraints, [&](const model::Constraint& one) {
        return model::holds(one.holds, conflict, state);
      });
      RC_ASSERT(allowed == !holds(all, state));
    }
  }));
}

TEST(ReadableConstraints, GroupsAreFound) {
  const auto pair = [](std::size_t a, std::size_t b) {
    return Infeasible{{{{OptionId(a), true}, {OptionId(b), true}}}, {}};
  };
  const Infeasible none{{{{OptionId(0), false}, {OptionId(1), false}, {OptionId(2), false}}}, {}};
  const auto exactly = readableConstraints({pair(0, 1), pair(0, 2), pair(1, 2), none});
  ASSERT_EQ(exactly.size(), 1U);
  EXPECT_EQ(exactly[0].holds, Expression::count(Op::exactly, 1, optionList(3)));
  const auto atMost = readableConstraints({pair(0, 1), pair(0, 2), pair(1, 2)});
  ASSERT_EQ(atMost.size(), 1U);
  EXPECT_EQ(atMost[0].holds, Expression::count(Op::atMost, 1, optionList(3)));
  EXPECT_EQ(readableConstraints({pair(0, 1), pair(1, 2)}).size(), 2U);
  EXPECT_EQ(readableConstraints({{{{{OptionId(1), false}}}, {}}})[0].holds, Expression::option(OptionId(1)));
}

// The party's moves are those of its options between states it sees.
TEST(ListedMoves, AreThoseBetweenSeenStates) {
  Kind kind = Kind::optionForm();
  kind.directions = true;
  EXPECT_TRUE(support::holdsFor(400, kind, [](const Conflict& conflict) {
    ShrinkingDice dice;
    const Cubes unseen = randomCubes(conflict.options.size(), 3, dice);
    Cubes infeasible;
    DisjunctiveForm form(conflict);
    for (const auto& constraint : conflict.constraints) {
      const auto cubes = form.of(constraint.holds, false);
      infeasible.insert(infeasible.end(), cubes->begin(), cubes->end());
    }
    const oracle::Game game(conflict);
    for (std::size_t i = 0; i < conflict.parties.size(); ++i) {
      std::set<std::pair<std::size_t, std::size_t>> expected;
      bool seesAll = true;
      for (std::size_t s = 0; s < game.size(); ++s) {
        seesAll = seesAll && !holds(unseen, game.feasible()[s]);
        for (const std::size_t t : game.moves(i, s))
          if (!holds(unseen, game.feasible()[s]) && !holds(unseen, game.feasible()[t]))
            expected.insert({s + 1, t + 1});
      }
      const auto listed = listMoves(conflict, model::PartyId(i), infeasible, unseen);
      RC_ASSERT(std::holds_alternative<SeesEverything>(listed) == seesAll);
      if (seesAll)
        continue;
      std::set<std::pair<std::size_t, std::size_t>> found;
      for (const auto& move : std::get<std::vector<model::Move>>(listed))
        found.insert({move.from.value, move.to.value});
      RC_ASSERT(found == expected);
      RC_ASSERT(std::get<std::vector<model::Move>>(listed).size() == expected.size());
    }
  }));
}

// 12 options make cells of 4096 states, 2048 of them seen: more moves than are listed.
TEST(ListedMoves, AreGivenUpAtAStatedNumber) {
  const Conflict conflict = manyOptions(12);
  const Cubes unseen{{{OptionId(0), true}}};
  EXPECT_TRUE(std::holds_alternative<TooManyMoves>(listMoves(conflict, model::PartyId(0), {}, unseen)));
}

TEST(Identifier, KeepsLettersAndDigits) {
  EXPECT_EQ(identifierFrom("Uniroyal Chemical Ltd.", "x"), "Uniroyal_Chemical_Ltd");
  EXPECT_EQ(identifierFrom("  Łódź — Türkiye  ", "x"), "Lodz_Turkiye");
  EXPECT_EQ(identifierFrom("Straße", "x"), "Strasse");
  EXPECT_EQ(identifierFrom("Cafe\xCC\x81", "x"), "Cafe") << "a combining accent";
  EXPECT_EQ(identifierFrom("2nd", "x"), "_2nd");
  EXPECT_EQ(identifierFrom("3 дня в Йошкар-Оле", "x"), "_3_дня_в_Йошкар_Оле");
  EXPECT_EQ(identifierFrom("Ελλα\xCC\x81\xCE\xB4\xCE\xB1", "x"), "Ελλάδα") << "composed";
  EXPECT_EQ(identifierFrom("北京 (Beijing)", "party_3"), "北京_Beijing");
  EXPECT_EQ(identifierFrom("हिन्दी", "x"), "हिन्दी") << "vowel signs are part of the word";
  EXPECT_EQ(identifierFrom("☂ — ☂", "party_3"), "party_3");
  EXPECT_EQ(identifierFrom("", "x"), "x");
  EXPECT_EQ(identifierFrom("\xff\xc3", "x"), "x");
  EXPECT_EQ(identifierFrom("option", "x"), "option_");
  EXPECT_EQ(identifierFrom(std::string(5000, 'a'), "x").size(), longestIdentifier);
  std::string long_("a");
  for (int i = 0; i < 50; ++i)
    long_ += "я";
  EXPECT_EQ(identifierFrom(long_, "x").size(), longestIdentifier - 1) << "cut between letters";
}

// By hand: the first and the last of each range of characters that has a rule, and those beside them.
TEST(Identifier, RangesEndWhereTheyShould) {
  const auto is = [](const char* name, const char* wanted) {
    EXPECT_EQ(identifierFrom(name, "x"), wanted) << name;
  };
  is("a\u00BFb", "a_b");
  is("a\u00C0b\u017F", "aAbs");
  is("q\u0300q\u036Fq", "qqq");
  is("q\u02FFq", "q_q");
  is("q\u0370q", "q\u0370q");
  is("azAZ09", "azAZ09");
  is("a`b{c@d[e/f:g", "a_b_c_d_e_f_g");
  is("0", "_0");
  is("9", "_9");
  const std::string most(longestIdentifier, 'a');
  EXPECT_EQ(identifierFrom(most, "x"), most);
  EXPECT_EQ(identifierFrom(most.substr(1) + "ß", "x"), most.substr(1)) << "both letters or none";
  EXPECT_EQ(identifierFrom(most.substr(2) + "ß", "x"), most.substr(2) + "ss");
}

TEST(Identifier, GivenNamesAreUnique) {
  GivenNames names;
  EXPECT_EQ(names.give("a"), "a");
  EXPECT_EQ(names.give("a_2"), "a_2");
  EXPECT_EQ(names.give("a"), "a_3");
  EXPECT_EQ(names.give("a"), "a_4");
  EXPECT_EQ(names.give("a_3"), "a_3_2");
  GivenNames inside(&names);
  EXPECT_EQ(inside.give("b"), "b");
  EXPECT_EQ(inside.give("a"), "a_5");
  EXPECT_EQ(names.give("b"), "b");
}

} // namespace
} // namespace stasis::exchange
