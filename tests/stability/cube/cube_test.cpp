// The cube and the list of the explicit engine, forced on the same conflicts. They vary in how much of the
// cube is states, how wide the ranks are, which instructions compute, and what `auto` chooses.

#include "oracle/definitions.h"
#include "stability/cube/lanes.h"
#include "stability/explicit/explicit_engine.h"
#include "support/option_shares.h"
#include "support/random_conflict.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <set>

namespace stasis::properties {
namespace {

using model::Conflict;
using model::PartyId;
using stability::ExplicitEngine;
using stability::ExplicitWay;
using stability::StateSet;
using E = model::Expression;

std::unique_ptr<ExplicitEngine> opened(const Conflict& conflict, ExplicitWay way) {
  auto engine = stability::openExplicit(conflict, {}, {}, way).engine;
  if (way != ExplicitWay::automatic) {
    EXPECT_EQ(engine->way().find("cube") != std::string::npos, way == ExplicitWay::cube);
  }
  return engine;
}

std::vector<model::Pattern> members(ExplicitEngine& engine, StateSet set) {
  return engine.list(set, std::numeric_limits<std::size_t>::max());
}

/// Options, statements, weights and directions, without constraints. No party has more options than a cube
/// takes.
Conflict unconstrained(std::size_t parties, std::size_t options, support::Dice& dice) {
  support::Kind kind = support::Kind::optionForm();
  kind.weights = true;
  kind.constraints = kind.namedStates = false;
  kind.minParties = kind.maxParties = parties;
  kind.maxOptions = options;
  for (;;) {
    Conflict conflict = support::randomConflict(kind, dice);
    const bool few = std::ranges::all_of(conflict.parties, [](const auto& p) { return p.optionCount <= 8; });
    if (few && conflict.options.size() + 1 >= options)
      return conflict;
  }
}

/// Allows only these of the 2^n states, by one constraint. In some of them a party may have no choice left.
void allowOnly(Conflict& conflict, const std::set<std::size_t>& states) {
  std::vector<E> allowed;
  for (const std::size_t bits : states) {
    std::vector<E> literals;
    for (std::size_t o = 0; o < conflict.options.size(); ++o) {
      const E option = E::option(model::OptionId(o));
      literals.push_back((bits >> o & 1) != 0 ? option : E::negation(option));
    }
    allowed.push_back(E::join(E::Op::conjunction, std::move(literals)));
  }
  conflict.constraints.push_back({.holds = E::join(E::Op::disjunction, std::move(allowed))});
  conflict.statusQuo.reset();
}

void expectOracle(const Conflict& conflict, ExplicitEngine& engine) {
  const oracle::Game game(conflict);
  for (const auto& concept_ : model::concepts)
    for (std::size_t i = 0; i < conflict.parties.size(); ++i) {
      std::vector<model::Pattern> wanted;
      for (const oracle::Place s : game.stable(concept_.id, i))
        wanted.push_back(game.feasible()[s]);
      ASSERT_EQ(members(engine, engine.stable(concept_.id, PartyId(i))), wanted)
          << concept_.name << " for " << conflict.parties[i].name << ", " << engine.way() << '\n'
          << support::show(conflict);
    }
}

// From one state in a hundred to all of them, two to eight parties.
TEST(CubeAndList, AreTheOraclesHoweverFullTheCubeIs) {
  for (const std::size_t percent : {1U, 3U, 10U, 20U, 35U, 50U, 75U, 90U, 99U, 100U})
    for (std::size_t parties = 2; parties <= 8; ++parties)
      for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        support::SeededDice dice(1000 * percent + 20 * parties + seed);
        Conflict conflict = unconstrained(parties, std::max<std::size_t>(6, parties - 1), dice);
        const std::size_t all = std::size_t{1} << conflict.options.size();
        std::set<std::size_t> states;
        while (100 * states.size() < percent * all)
          states.insert(dice.roll(all));
        allowOnly(conflict, states);
        expectOracle(conflict, *opened(conflict, ExplicitWay::cube));
        expectOracle(conflict, *opened(conflict, ExplicitWay::list));
        if (HasFatalFailure())
          return;
      }
}

void expectSame(const Conflict& conflict) {
  const auto cube = opened(conflict, ExplicitWay::cube);
  const auto list = opened(conflict, ExplicitWay::list);
  ASSERT_EQ(cube->stateCount(), list->stateCount());
  for (const auto& concept_ : model::concepts)
    for (std::size_t i = 0; i < conflict.parties.size(); ++i)
      ASSERT_EQ(members(*cube, cube->stable(concept_.id, PartyId(i))),
                members(*list, list->stable(concept_.id, PartyId(i))))
          << concept_.name << " for party " << i << ", " << cube->way();
  EXPECT_EQ(cube->traffic()->moves, list->traffic()->moves);
  EXPECT_EQ(cube->traffic()->improvements, list->traffic()->improvements);
  for (std::size_t k = 1; k <= 20; ++k) {
    const auto state = *list->state(1 + k * 7919 % list->stateCount());
    EXPECT_EQ(cube->number(state), list->number(state));
    for (std::size_t i = 0; i < conflict.parties.size(); ++i)
      EXPECT_EQ(cube->place(PartyId(i), state), list->place(PartyId(i), state));
  }
}

class EveryInstructionSet : public testing::TestWithParam<const char*> {
protected:
  void SetUp() override {
    before_ = stability::cube::kernels().name;
    if (!stability::cube::chooseKernels(GetParam()))
      GTEST_SKIP() << "this processor does not have it";
    ASSERT_STREQ(stability::cube::kernels().name, GetParam());
  }
  void TearDown() override { stability::cube::chooseKernels(before_); }

private:
  const char* before_ = nullptr;
};
INSTANTIATE_TEST_SUITE_P(Cube, EveryInstructionSet, testing::Values("plain", "avx2", "avx512"));

TEST_P(EveryInstructionSet, StaysWhereAnotherIsNotThere) {
  EXPECT_FALSE(stability::cube::chooseKernels("no such set"));
  EXPECT_STREQ(stability::cube::kernels().name, GetParam());
}

TEST_P(EveryInstructionSet, ComputesTheOraclesSets) {
  for (std::uint64_t seed = 1; seed <= 150; ++seed) {
    support::SeededDice dice(seed);
    support::Kind kind = support::Kind::optionForm();
    kind.weights = kind.rankings = true;
    kind.maxParties = 8;
    const Conflict conflict = support::randomConflict(kind, dice);
    expectOracle(conflict, *opened(conflict, ExplicitWay::cube));
  }
}

TEST_P(EveryInstructionSet, ComputesWhatTheListDoesOnThousandsOfStates) {
  for (std::uint64_t seed = 1; seed <= 6; ++seed) {
    support::SeededDice dice(seed);
    Conflict conflict = unconstrained(2 + seed, 13, dice);
    for (std::size_t k = 0; k < seed; ++k) // holes that follow no party
      conflict.constraints.push_back(
          {.holds =
               E::negation(E::join(E::Op::conjunction, {E::option(model::OptionId(2 * k % 12)),
                                                        E::option(model::OptionId((2 * k + 5) % 12))}))});
    expectSame(conflict);
  }
}

/// Everybody wants this many options one by one, the next party's first: 2^statements ranks.
Conflict wanting(std::size_t options, std::size_t parties, std::size_t statements) {
  Conflict c = support::optionShares(options, parties);
  for (std::size_t i = 0; i < parties; ++i) {
    model::Prioritised tiers;
    for (std::size_t k = 0; k < statements; ++k)
      tiers.tiers.push_back({{.wanted = E::option(model::OptionId((5 * k + 3 * i + 4) % options))}});
    c.parties[i].preference = tiers;
  }
  return c;
}

TEST_P(EveryInstructionSet, RanksOfEveryWidthAreRight) {
  const auto way = [](const Conflict& conflict) { return opened(conflict, ExplicitWay::cube)->way(); };
  const Conflict narrow = wanting(12, 3, 7);
  const Conflict middle = wanting(12, 3, 12);
  const Conflict wide = wanting(17, 3, 17);
  EXPECT_NE(way(narrow).find("ranks of 8 bits"), std::string::npos);
  EXPECT_NE(way(middle).find("ranks of 16 bits"), std::string::npos);
  EXPECT_NE(way(wide).find("ranks of 32 bits"), std::string::npos);
  expectSame(narrow);
  expectSame(middle);
  expectSame(wide);
}

/// `never a and b`.
E never(std::size_t a, std::size_t b) {
  return E::negation(
      E::join(E::Op::conjunction, {E::option(model::OptionId(a)), E::option(model::OptionId(b))}));
}

// Both cores share the work in pieces, which may begin in the middle of a column.
TEST_P(EveryInstructionSet, PiecesOfOddCubesAreWhole) {
  Conflict conflict = wanting(24, 4, 10);
  for (std::size_t o = 6; o < 24; o += 2) // three choices out of four: 64 · 27 · 27 · 27
    conflict.constraints.push_back({.holds = never(o, o + 1)});
  const auto cube = opened(conflict, ExplicitWay::cube);
  const auto list = opened(conflict, ExplicitWay::list);
  ASSERT_EQ(list->stateCount(), 64U * 27 * 27 * 27);
  ASSERT_EQ(cube->stateCount(), list->stateCount());
  for (const auto& concept_ : model::concepts)
    for (std::size_t i = 0; i < 4; ++i) {
      const StateSet a = cube->stable(concept_.id, PartyId(i));
      const StateSet b = list->stable(concept_.id, PartyId(i));
      EXPECT_EQ(cube->count(a), list->count(b)) << concept_.name << ' ' << i;
      for (std::size_t s = 0; s < list->stateCount(); s += 11)
        ASSERT_EQ(cube->contains(a, stability::StateIndex(s)), list->contains(b, stability::StateIndex(s)));
    }
}

/// The first or the last of the parties has 512 choices or more, which all lead to each other. With every
/// other seed some numbers are no states; with every third it weighs, so ranks are many.
Conflict manyChoices(std::uint64_t seed) {
  support::SeededDice dice(seed);
  const std::size_t many = 9 + seed % 2;
  const std::vector<std::size_t> options =
      seed % 4 < 2 ? std::vector<std::size_t>{many, 2, 1} : std::vector<std::size_t>{2, 1, many};
  Conflict c;
  for (const std::size_t count : options) {
    c.parties.push_back({.name = "P" + std::to_string(c.parties.size() + 1),
                         .firstOption = c.options.size(),
                         .optionCount = count});
    for (std::size_t k = 0; k < count; ++k)
      c.options.push_back(
          {.name = "o" + std::to_string(c.options.size()), .owner = PartyId(c.parties.size() - 1)});
  }
  for (auto& party : c.parties) {
    if (seed % 3 == 0) {
      model::Weights weights;
      for (std::size_t k = 0; k < c.options.size(); ++k)
        weights.weights.push_back({.wanted = support::randomExpression(c, dice, 1),
                                   .units = static_cast<std::int64_t>(1 + dice.roll(100000))});
      party.preference = weights;
      continue;
    }
    model::Prioritised tiers;
    for (std::size_t k = 0; k < 4 + seed % 5; ++k)
      tiers.tiers.push_back({{.wanted = support::randomExpression(c, dice, 2)}});
    party.preference = tiers;
  }
  for (std::size_t k = 0; seed % 2 == 1 && k < 2; ++k)
    c.constraints.push_back(
        {.holds = E::negation(
             E::join(E::Op::conjunction, {E::option(model::OptionId(dice.roll(c.options.size()))),
                                          E::option(model::OptionId(dice.roll(c.options.size())))}))});
  return c;
}

/// A party's moves into a set and from it, the set itself left out.
void expectSameMoves(ExplicitEngine& cube, ExplicitEngine& list, std::size_t option) {
  const E taken = E::option(model::OptionId(option));
  for (std::size_t i = 0; i < cube.conflict().parties.size(); ++i)
    for (const auto kind : {model::Relation::always, model::Relation::better})
      for (const bool into : {true, false}) {
        const auto moved = [&](ExplicitEngine& engine) {
          const StateSet set = engine.where(taken);
          const StateSet met =
              into ? engine.canMoveInto(set, PartyId(i), kind) : engine.reachedFrom(set, PartyId(i), kind);
          return members(engine, engine.without(met, set));
        };
        ASSERT_EQ(moved(cube), moved(list)) << "party " << i << (into ? " into " : " from ") << option;
      }
}

TEST_P(EveryInstructionSet, PartiesWithManyChoicesAreJudgedAsInTheList) {
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    const Conflict conflict = manyChoices(seed);
    const auto cube = opened(conflict, ExplicitWay::cube);
    SCOPED_TRACE(seed);
    expectSame(conflict);
    expectSameMoves(*cube, *opened(conflict, ExplicitWay::list), seed % conflict.options.size());
    if (HasFatalFailure())
      return;
  }
}

TEST(CubeAndList, AreChosenByHowFullTheCubeIs) {
  const auto way = [](const Conflict& conflict) { return opened(conflict, ExplicitWay::automatic)->way(); };
  Conflict conflict = wanting(12, 3, 6);
  EXPECT_NE(way(conflict).find("cube"), std::string::npos);
  EXPECT_NE(way(wanting(6, 3, 6)).find("list"), std::string::npos); // too small
  Conflict alone = wanting(16, 4, 6); // constraints of one party make its digit smaller
  for (std::size_t o = 0; o < 16; o += 2)
    alone.constraints.push_back({.holds = never(o, o + 1)});
  EXPECT_NE(way(alone).find("100 % states"), std::string::npos);
  for (std::size_t o = 0; o < 12; ++o) // of two parties each
    conflict.constraints.push_back({.holds = never(o, (o + 4) % 12)});
  EXPECT_NE(way(conflict).find("list"), std::string::npos);
}

} // namespace
} // namespace stasis::properties
