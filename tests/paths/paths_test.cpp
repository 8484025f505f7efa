#include "analysis/paths/improving.h"
#include "analysis/paths/paths.h"
#include "analysis/states/equilibrium_groups.h"
#include "oracle/open_oracle.h"
#include "oracle/oracle_engine.h"
#include "oracle/paths.h"
#include "support/property.h"
#include "support/published.h"

#include <gtest/gtest.h>

namespace stasis::analysis {
namespace {

using model::Conflict;
using model::Direction;
using model::Expression;
using model::OptionId;
using oracle::Game;
using oracle::openOracle;
using oracle::Place;

std::vector<std::size_t> everybody(const Game& game) {
  std::vector<std::size_t> all(game.parties());
  for (std::size_t i = 0; i < all.size(); ++i)
    all[i] = i;
  return all;
}

struct Case {
  explicit Case(const Conflict& conflict) : engine(conflict) {}
  const model::Pattern& state(std::size_t number) const { return engine.game().feasible()[number - 1]; }
  stability::StateSet states(const std::vector<std::size_t>& numbers) {
    std::vector<model::Pattern> patterns;
    for (const std::size_t number : numbers)
      patterns.push_back(state(number));
    return engine.matching(patterns);
  }
  GroupWays ask(std::size_t from, const std::vector<std::size_t>& to) {
    PathsQuestion question;
    question.from = state(from);
    question.groups = {states(to)};
    const auto answer = findPaths(engine, question, openOracle, {});
    EXPECT_FALSE(answer.stopped);
    return answer.groups.at(0);
  }
  std::size_t number(const model::Pattern& state) { return engine.number(state).value(); }

  oracle::OracleEngine engine;
};

// By hand, as in path_search_test.cpp: the local government insists, 1 → 5; 8 needs the ministry to give way;
// 9, Uniroyal leaving, is its concession at 1 (1st to 5th place).
TEST(Paths, ElmirasEquilibriaFromTheStatusQuo) {
  for (const auto& conflict : {support::elmira(), support::elmiraGraphForm()}) {
    Case elmira(conflict);
    const auto answer = elmira.ask(1, {5, 8, 9});
    ASSERT_EQ(answer.goals.size(), 3U);
    EXPECT_EQ(answer.all, 3);
    EXPECT_EQ(answer.byMoves, 3);
    EXPECT_EQ(answer.byImprovements, 1);
    const std::vector<std::pair<std::size_t, Cost>> expected{{5, {0, 1}}, {9, {1, 1}}, {8, {1, 3}}};
    for (std::size_t g = 0; g < 3; ++g) {
      EXPECT_EQ(elmira.number(*answer.goals[g].state), expected[g].first);
      EXPECT_EQ(answer.goals[g].fewestConcessions->cost, expected[g].second);
      EXPECT_EQ(answer.goals[g].improving.has_value(), g == 0);
      EXPECT_FALSE(answer.goals[g].barrier);
    }
    EXPECT_EQ(answer.goals[2].shortest->cost.length, 3U);
  }
}

TEST(Paths, ToWhereOneIsAreNone) {
  const auto conflict = support::syriaIraq();
  Case syria(conflict);
  const auto answer = syria.ask(6, {6});
  ASSERT_EQ(answer.goals.size(), 1U);
  EXPECT_EQ(answer.goals[0].improving->cost, Cost{});
  EXPECT_EQ(answer.goals[0].improving->paths, std::vector<Sequence>{Sequence{}});
  EXPECT_EQ(answer.byImprovements, 1);
}

TEST(Paths, ToNowhereAreNone) {
  const auto conflict = support::syriaIraq();
  Case syria(conflict);
  const auto answer = syria.ask(6, {});
  EXPECT_TRUE(answer.goals.empty());
  EXPECT_EQ(answer.all, 0);
}

// 8 has modified and accepted: the first for good, and the appeal of 5 cannot be resumed.
TEST(Paths, WhatCannotBeTakenBackIsNamed) {
  auto conflict = support::elmiraTwelveStates(); // 10 and 7 there
  Case elmira(conflict);
  const auto answer = elmira.ask(10, {7});
  ASSERT_EQ(answer.goals.size(), 1U);
  ASSERT_TRUE(answer.goals[0].barrier);
  EXPECT_EQ(answer.goals[0].barrier->options, (std::vector{OptionId(0), OptionId(1)})); // modify, delay
  EXPECT_TRUE(answer.goals[0].barrier->eachOption);
  EXPECT_FALSE(answer.goals[0].barrier->between);
}

// The same with 9 merged, where moves do not follow from options alone: were the order not changed for good,
// it could be changed back.
TEST(Paths, WhatCannotBeTakenBackIsNamedAmongMergedStates) {
  const auto conflict = support::elmira();
  Case elmira(conflict);
  const auto answer = elmira.ask(2, {1, 9});
  ASSERT_TRUE(answer.goals.back().barrier);
  EXPECT_EQ(answer.goals.back().barrier->directions, std::vector{OptionId(0)});
}

/// A owns a and b, B owns c.
Conflict threeOptions() {
  Conflict c;
  for (const char* name : {"A", "B"})
    c.parties.push_back({.name = name});
  c.parties[0].optionCount = 2;
  c.parties[1].firstOption = 2;
  c.parties[1].optionCount = 1;
  for (const char* name : {"a", "b", "c"})
    c.options.push_back({.name = name, .owner = model::PartyId(c.options.size() / 2)});
  return c;
}

Expression taken(std::size_t o) { return Expression::option(OptionId(o)); }
Expression notTaken(std::size_t o) { return Expression::negation(taken(o)); }

// A cannot act before B and B cannot act before A: the first constraint alone keeps them from acting one
// after the other. Without it A goes first; without the second, B.
TEST(Paths, AConstraintThatBarsTheWayIsNamed) {
  Conflict c = threeOptions();
  c.constraints.push_back({.holds = Expression::join(Expression::Op::iff, {taken(0), taken(2)})});
  c.constraints.push_back({.holds = notTaken(1)});
  Case both(c);
  const auto answer = both.ask(1, {2}); // NNN to YNY
  ASSERT_EQ(answer.goals.size(), 1U);
  ASSERT_TRUE(answer.goals[0].barrier);
  const Barrier& barrier = *answer.goals[0].barrier;
  EXPECT_TRUE(barrier.between);
  EXPECT_TRUE(barrier.constraintsTried);
  EXPECT_EQ(barrier.constraints, std::vector<std::size_t>{0});
  EXPECT_TRUE(barrier.nobodyLeaves);
  EXPECT_TRUE(barrier.nobodyEnters);
}

TEST(Paths, NoSingleConstraintMayBeToBlame) {
  Conflict c = threeOptions();
  c.constraints.push_back({.holds = Expression::join(Expression::Op::iff, {taken(0), taken(2)})});
  c.constraints.push_back({.holds = Expression::join(Expression::Op::iff, {taken(2), taken(0)})});
  Case both(c);
  const auto answer = both.ask(1, {3}); // NNN to YNY; NYN is 2
  ASSERT_TRUE(answer.goals[0].barrier);
  EXPECT_TRUE(answer.goals[0].barrier->between);
  EXPECT_TRUE(answer.goals[0].barrier->constraintsTried);
  EXPECT_TRUE(answer.goals[0].barrier->constraints.empty());
  EXPECT_FALSE(answer.goals[0].barrier->nobodyLeaves); // A can take b
}

// A has 1 → 2 → 3 in two moves of its own and nobody moves in between.
TEST(Paths, MovingTwiceInARowIsNamed) {
  Conflict c = support::prisonersDilemma();
  const auto arc = [](std::size_t from, std::size_t to) {
    return model::Move{{model::StateRef::Kind::number, from, {}}, {model::StateRef::Kind::number, to, {}}};
  };
  c.parties[0].moves = {{arc(1, 2), arc(2, 3)}};
  c.parties[1].moves.emplace();
  Case graph(c);
  const auto answer = graph.ask(1, {3, 4});
  ASSERT_EQ(answer.goals.size(), 2U);
  EXPECT_TRUE(answer.goals[0].barrier->twiceInARow);
  EXPECT_FALSE(answer.goals[1].barrier->twiceInARow);
  EXPECT_TRUE(answer.goals[1].barrier->nobodyEnters);
  EXPECT_FALSE(answer.goals[1].barrier->between);
}

// One option stays as it is in one half of the goal, the other in the other half.
TEST(Paths, OptionsMayBarOnlyTogether) {
  Conflict c = threeOptions();
  c.options[0].direction = c.options[2].direction = Direction::irrevocable;
  c.constraints.push_back({.holds = notTaken(1)});
  Case both(c); // 1 NNN, 2 YNN, 3 NNY, 4 YNY
  PathsQuestion question;
  question.from = both.state(4);
  question.each = false;
  question.groups = {both.states({1, 2, 3})};
  const auto answer = findPaths(both.engine, question, openOracle, {}).groups.at(0);
  ASSERT_EQ(answer.goals.size(), 1U);
  EXPECT_FALSE(answer.goals[0].barrier->eachOption);
  EXPECT_EQ(answer.goals[0].barrier->options, (std::vector{OptionId(0), OptionId(2)}));
}

// Where improvements lead is where the definition finds a way of improvements, the start counted.
TEST(Improved, IsWhatSequencesOfImprovementsReach) {
  EXPECT_TRUE(support::holdsFor(60, support::Kind::anything(), [](const Conflict& conflict) {
    Case random(conflict);
    const Game& game = random.engine.game();
    const auto reached = improvedFrom(random.engine, random.state(1), {});
    RC_ASSERT(reached.has_value());
    for (Place s = 0; s < game.feasible().size(); ++s) {
      const bool way =
          s == 0 || oracle::bestWays(game, everybody(game), 0, {s}, oracle::Wish::improving).has_value();
      RC_ASSERT(random.engine.contains(*reached, game.feasible()[s]) == way);
    }
  }));
}

TEST(Improved, IsNotSearchedUnaskedWhereThereAreTooMany) {
  const auto conflict = support::elmira();
  Case elmira(conflict);
  EXPECT_FALSE(improvedFrom(elmira.engine, elmira.state(1), {}, 8));
  EXPECT_TRUE(improvedFrom(elmira.engine, elmira.state(1), {}, 9));
}

TEST(Paths, KeepWhatIsFinishedWhenStopped) {
  const auto conflict = support::elmira();
  Case elmira(conflict);
  PathsQuestion question;
  question.from = elmira.state(1);
  question.groups = {elmira.states({5, 8})};
  std::stop_source stop;
  stability::Errand errand;
  errand.stop = stop.get_token();
  errand.progress = [&](const stability::Progress& p) {
    if (p.done == 1)
      stop.request_stop();
  };
  const auto answer = findPaths(elmira.engine, question, openOracle, errand);
  ASSERT_TRUE(answer.stopped);
  EXPECT_EQ(answer.stopped->limit, stability::Limit::interrupted);
  EXPECT_TRUE(answer.groups.empty());
}

// The first group may use all the room there is; the next ones have a little of their own.
TEST(Paths, GroupsShareTheRoom) {
  const auto conflict = support::elmira();
  Case elmira(conflict);
  PathsQuestion question;
  question.from = elmira.state(1);
  question.groups = {elmira.states({5, 8}), elmira.states({2, 3, 4, 6, 7})};
  question.goals = 2;
  const auto answer = findPaths(elmira.engine, question, openOracle, {});
  ASSERT_EQ(answer.groups.size(), 2U);
  EXPECT_EQ(answer.groups[0].goals.size(), 2U);
  EXPECT_EQ(answer.groups[1].goals.size(), leastGoals);
  EXPECT_EQ(answer.groups[1].all, 5);
}

// Kilgour & Hipel 2005: 5, 8 and 9 under all four concepts, 1 and 4 under GMR and SMR only.
TEST(EquilibriumGroups, ElmirasAreTwo) {
  const auto conflict = support::elmira();
  Case elmira(conflict);
  const auto solution = stability::solve(elmira.engine, stability::everyConcept());
  const auto groups = equilibriumGroups(elmira.engine, solution);
  ASSERT_EQ(groups.size(), 2U);
  EXPECT_EQ(groups[0].under, stability::everyConcept());
  EXPECT_EQ(elmira.engine.list(groups[0].states, 9),
            (std::vector{elmira.state(5), elmira.state(8), elmira.state(9)}));
  EXPECT_EQ(groups[1].under, (std::vector{model::Concept::gmr, model::Concept::smr}));
  EXPECT_EQ(elmira.engine.list(groups[1].states, 9), (std::vector{elmira.state(1), elmira.state(4)}));
}

// The groups are a partition of the equilibria, and each says what its states are.
TEST(EquilibriumGroups, AreWhatTheySay) {
  EXPECT_TRUE(support::holdsFor(100, support::Kind::anything(), [](const Conflict& conflict) {
    Case random(conflict);
    const Game& game = random.engine.game();
    const auto solution = stability::solve(random.engine, stability::everyConcept());
    std::vector<std::set<model::Concept>> under(game.size());
    for (const auto& group : equilibriumGroups(random.engine, solution))
      for (const Place s : random.engine.places(group.states)) {
        RC_ASSERT(under[s].empty());
        under[s] = {group.under.begin(), group.under.end()};
      }
    for (const auto& row : model::concepts) {
      const auto held = game.equilibria(row.id);
      for (Place s = 0; s < game.size(); ++s)
        RC_ASSERT(under[s].contains(row.id) == (std::ranges::count(held, s) == 1));
    }
  }));
}

// Every goal, its cost of each kind and the order in which goals are told.
TEST(Paths, AnswersAreTheDefinitions) {
  EXPECT_TRUE(support::holdsFor(200, support::Kind::anything(), [](const Conflict& conflict) {
    Case random(conflict);
    const Game& game = random.engine.game();
    support::ShrinkingDice dice;
    const Place from = dice.roll(game.size());
    std::vector<std::size_t> to;
    for (Place s = 0; s < game.size(); ++s)
      if (dice.chance(1, 3))
        to.push_back(s + 1);
    PathsQuestion question;
    question.from = game.feasible()[from];
    question.groups = {random.states(to)};
    question.goals = game.size();
    question.limit = 1'000'000;
    const auto answer = findPaths(random.engine, question, openOracle, {}).groups.at(0);
    RC_ASSERT(answer.goals.size() == to.size());
    std::size_t byMoves = 0;
    std::size_t byImprovements = 0;
    std::optional<Cost> before;
    for (const GoalWays& goal : answer.goals) {
      const std::set<Place> place{random.number(*goal.state) - 1};
      const auto check = [&](const std::optional<Ways>& ways, oracle::Wish wish) {
        const auto best = oracle::bestWays(game, everybody(game), from, place, wish);
        RC_ASSERT(ways.has_value() == best.has_value());
        if (!ways)
          return;
        RC_ASSERT(ways->cost == (Cost{best->concessions, best->length}));
        RC_ASSERT(ways->paths.size() == best->ways.size());
      };
      check(goal.shortest, oracle::Wish::shortest);
      check(goal.improving, oracle::Wish::improving);
      check(goal.fewestConcessions, oracle::Wish::fewestConcessions);
      byMoves += goal.shortest ? 1 : 0;
      byImprovements += goal.improving ? 1 : 0;
      RC_ASSERT(goal.barrier.has_value() == !goal.shortest);
      if (goal.fewestConcessions) {
        RC_ASSERT(!before || *before <= goal.fewestConcessions->cost);
        before = goal.fewestConcessions->cost;
      }
    }
    RC_ASSERT(answer.byMoves == byMoves);
    RC_ASSERT(answer.byImprovements == byImprovements);
  }));
}

/// Whether the definition knows a way to these states of another conflict.
bool leadsIn(const Conflict& conflict, const model::Pattern& from, const model::Pattern& to) {
  const Game game(conflict);
  const auto place = [&](const model::Pattern& state) {
    return static_cast<Place>(std::ranges::find(game.feasible(), state) - game.feasible().begin());
  };
  return oracle::bestWays(game, everybody(game), place(from), {place(to)}, oracle::Wish::shortest)
      .has_value();
}

// What a barrier says is true: an option named does bar the way whatever else is changed in the model, a
// constraint named opens it when dropped, and one not named does not.
TEST(Paths, BarriersAreTrue) {
  support::Kind kind = support::Kind::optionForm();
  kind.maxOptions = 5;
  std::size_t byOptions = 0;
  std::size_t byConstraints = 0;
  EXPECT_TRUE(support::holdsFor(1500, kind, [&](const Conflict& conflict) {
    Case random(conflict);
    const Game& game = random.engine.game();
    support::ShrinkingDice dice;
    const std::size_t from = 1 + dice.roll(game.size());
    const std::size_t to = 1 + dice.roll(game.size());
    const auto answer = random.ask(from, {to});
    const auto& barrier = answer.goals[0].barrier;
    if (!barrier)
      return;
    Conflict free = conflict;
    free.constraints.clear();
    RC_ASSERT(barrier->between == leadsIn(free, random.state(from), random.state(to)));
    RC_ASSERT(barrier->options.empty() == barrier->between);
    byOptions += barrier->options.empty() ? 0 : 1;
    for (const OptionId option : barrier->options) {
      Conflict other = free; // all other options free, this one as it is
      for (std::size_t o = 0; o < other.options.size(); ++o)
        if (OptionId(o) != option)
          other.options[o].direction = Direction::both;
      RC_ASSERT(!leadsIn(other, random.state(from), random.state(to)));
    }
    if (!barrier->between)
      return;
    RC_ASSERT(barrier->constraintsTried);
    for (std::size_t k = 0; k < conflict.constraints.size(); ++k) {
      Conflict without = conflict;
      without.constraints.erase(without.constraints.begin() + static_cast<std::ptrdiff_t>(k));
      const bool named = std::ranges::count(barrier->constraints, k) == 1;
      RC_ASSERT(named == leadsIn(without, random.state(from), random.state(to)));
      byConstraints += named ? 1 : 0;
    }
  }));
  EXPECT_GT(byOptions, 10U);
  EXPECT_GT(byConstraints, 3U);
}

// A direction is named exactly where the definition knows a way without it.
TEST(Paths, DirectionsToBlameAreTrue) {
  std::size_t named = 0;
  EXPECT_TRUE(support::holdsFor(800, support::Kind::mergedStates(), [&](const Conflict& conflict) {
    if (!conflict.hasMergedStates())
      return;
    Case random(conflict);
    support::ShrinkingDice dice;
    const std::size_t from = 1 + dice.roll(random.engine.game().size());
    const std::size_t to = 1 + dice.roll(random.engine.game().size());
    const auto answer = random.ask(from, {to});
    const auto& barrier = answer.goals[0].barrier;
    if (!barrier)
      return;
    for (std::size_t o = 0; o < conflict.options.size(); ++o) {
      Conflict free = conflict;
      free.options[o].direction = Direction::both;
      const bool told = std::ranges::count(barrier->directions, OptionId(o)) == 1;
      RC_ASSERT(told == leadsIn(free, random.state(from), random.state(to)));
      named += told ? 1 : 0;
    }
  }));
  EXPECT_GT(named, 3U);
}

} // namespace
} // namespace stasis::analysis
