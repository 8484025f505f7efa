#include "analysis/paths/path_search.h"
#include "oracle/oracle_engine.h"
#include "oracle/paths.h"
#include "support/property.h"
#include "support/published.h"

#include <gtest/gtest.h>

namespace stasis::analysis {
namespace {

using model::Conflict;
using model::PartyId;
using oracle::Game;
using oracle::Place;

constexpr std::pair<Wish, oracle::Wish> wishes[] = {
    {Wish::shortest, oracle::Wish::shortest},
    {Wish::improving, oracle::Wish::improving},
    {Wish::fewestConcessions, oracle::Wish::fewestConcessions},
};

std::vector<PartyId> ids(const std::vector<std::size_t>& parties) {
  std::vector<PartyId> out;
  for (const std::size_t i : parties)
    out.emplace_back(i);
  return out;
}

std::vector<std::size_t> everybody(const Game& game) {
  std::vector<std::size_t> all(game.parties());
  for (std::size_t i = 0; i < all.size(); ++i)
    all[i] = i;
  return all;
}

Place placeOf(const Game& game, const model::Pattern& state) {
  return static_cast<Place>(std::ranges::find(game.feasible(), state) - game.feasible().begin());
}

std::set<oracle::Way> asPlaces(const Game& game, const std::vector<Sequence>& paths) {
  std::set<oracle::Way> out;
  for (const Sequence& path : paths) {
    oracle::Way way;
    for (const Step& step : path)
      way.emplace_back(step.mover.index(), placeOf(game, step.to));
    out.insert(way);
  }
  return out;
}

/// The state numbers a way goes through, from 1, start included: `1 4 6`.
std::string numbers(const Game& game, const Rules& rules, const model::Pattern& from, const Sequence& path) {
  std::string out = std::to_string(placeOf(game, from) + 1);
  for (const Step& step : path)
    out += (isConcession(effectOf(rules, step)) ? " ~" : " ") + std::to_string(placeOf(game, step.to) + 1);
  return out;
}

struct Search {
  explicit Search(const Conflict& conflict) : engine(conflict), rules(engine) {}

  const Game& game() const { return engine.game(); }
  const model::Pattern& state(std::size_t number) const { return game().feasible()[number - 1]; }
  stability::StateSet set(const std::set<Place>& places) {
    std::vector<model::Pattern> patterns;
    for (const Place s : places)
      patterns.push_back(game().feasible()[s]);
    return engine.matching(patterns);
  }
  /// All best ways, `1 4 6` each.
  std::vector<std::string> all(std::size_t from, std::size_t to, Wish wish, std::size_t limit = 100) {
    PathSearch search(engine, rules, state(from), ids(everybody(game())), wish);
    search.run(set({to - 1}), {});
    std::vector<std::string> out;
    if (const auto ways = search.ways(set({to - 1}), limit))
      for (const Sequence& path : ways->paths)
        out.push_back(numbers(game(), rules, state(from), path));
    return out;
  }

  oracle::OracleEngine engine;
  Rules rules;
};

using Strings = std::vector<std::string>;

// By hand from Table 3 of Kinsara's guide (2014): Syria 1 > 3 > 6 > 2 > 4 > 5, Iraq 2 > 4 > 6 > 1 > 5 > 3.
// From the status quo Iraq attacks (4th to 2nd) and Syria escalates (5th to 3rd). Released water, 2, is one
// step of Syria's away, from its 1st to its 4th place.
TEST(PathSearch, SyriaAndIraq) {
  const auto conflict = support::syriaIraq();
  Search search(conflict);
  EXPECT_EQ(search.all(1, 6, Wish::improving), Strings{"1 4 6"});
  EXPECT_EQ(search.all(1, 6, Wish::shortest), (Strings{"1 ~3 6", "1 4 6"}));
  EXPECT_EQ(search.all(1, 6, Wish::fewestConcessions), Strings{"1 4 6"});
  EXPECT_EQ(search.all(1, 2, Wish::improving), Strings{});
  EXPECT_EQ(search.all(1, 2, Wish::fewestConcessions), Strings{"1 ~2"});
  EXPECT_EQ(search.all(1, 1, Wish::shortest), Strings{"1"});
}

// By hand from the moves and rankings of Kilgour & Hipel 2005: from the status quo, 1, the local government
// insists (4th to 3rd), and 5 holds. To 8 the ministry must give way by modifying, at 1 (6th to 7th) or at 5
// (5th to 8th); then Uniroyal accepts and the local government insists, in either order, each to its gain.
TEST(PathSearch, Elmira) {
  for (const auto& conflict : {support::elmira(), support::elmiraGraphForm()}) {
    Search search(conflict);
    EXPECT_EQ(search.all(1, 5, Wish::improving), Strings{"1 5"});
    EXPECT_EQ(search.all(1, 8, Wish::improving), Strings{});
    EXPECT_EQ(search.all(1, 8, Wish::fewestConcessions), (Strings{"1 ~2 4 8", "1 ~2 6 8", "1 5 ~6 8"}));
    EXPECT_EQ(search.all(8, 5, Wish::shortest), Strings{}); // modified and accepted for good
  }
}

TEST(PathSearch, KeepsToTheLimitAndSaysSo) {
  const auto conflict = support::syriaIraq();
  Search search(conflict);
  PathSearch shortest(search.engine, search.rules, search.state(1), ids({0, 1}), Wish::shortest);
  shortest.run(search.set({5}), {});
  EXPECT_TRUE(shortest.ways(search.set({5}), 1)->more);
  EXPECT_FALSE(shortest.ways(search.set({5}), 2)->more);
  EXPECT_EQ(shortest.ways(search.set({5}), 1)->paths.size(), 1U);
  EXPECT_EQ(shortest.ways(search.set({5}), 0)->paths.size(), 0U);
}

TEST(PathSearch, StopsWhenAsked) {
  const auto conflict = support::syriaIraq();
  Search search(conflict);
  std::stop_source stop;
  stop.request_stop();
  stability::Errand errand;
  errand.stop = stop.get_token();
  PathSearch shortest(search.engine, search.rules, search.state(1), ids({0, 1}), Wish::shortest);
  EXPECT_THROW(shortest.run(search.set({5}), errand), stability::LimitReached);
}

void agreesWithTheDefinition(const Conflict& conflict) {
  Search search(conflict);
  const Game& game = search.game();
  const Place from = *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(std::size_t{0}, game.size()));
  std::set<Place> goal;
  for (Place s = 0; s < game.size(); ++s)
    if (*rc::gen::resize(rc::kNominalSize, rc::gen::inRange(0, 4)) == 0)
      goal.insert(s);
  std::vector<std::size_t> group;
  for (std::size_t i = 0; i < game.parties(); ++i)
    if (*rc::gen::resize(rc::kNominalSize, rc::gen::inRange(0, 5)) > 0)
      group.push_back(i);
  for (const auto& [wish, definition] : wishes) {
    PathSearch found(search.engine, search.rules, game.feasible()[from], ids(group), wish);
    found.run(search.set(goal), {});
    const auto ways = found.ways(search.set(goal), 1'000'000);
    const auto best = oracle::bestWays(game, group, from, goal, definition);
    RC_ASSERT(ways.has_value() == best.has_value());
    if (!ways)
      continue;
    RC_ASSERT(ways->cost.length == best->length);
    RC_ASSERT(ways->cost.concessions == best->concessions);
    RC_ASSERT(asPlaces(game, ways->paths) == best->ways);
    RC_ASSERT(ways->paths.size() == best->ways.size());
    for (const Sequence& path : ways->paths)
      if (wish == Wish::fewestConcessions)
        RC_ASSERT(std::ranges::count_if(path, [&](const Step& step) {
                    return isConcession(effectOf(search.rules, step));
                  }) == static_cast<std::ptrdiff_t>(best->concessions));
  }
}

TEST(PathSearch, FindsAllBestWaysInOptionForm) {
  EXPECT_TRUE(support::holdsFor(300, support::Kind::optionForm(), agreesWithTheDefinition));
}

TEST(PathSearch, FindsAllBestWaysInGraphForm) {
  EXPECT_TRUE(support::holdsFor(200, support::Kind::graphOnly(), agreesWithTheDefinition));
}

TEST(PathSearch, FindsAllBestWaysWithMergedStates) {
  EXPECT_TRUE(support::holdsFor(200, support::Kind::mergedStates(), agreesWithTheDefinition));
}

TEST(PathSearch, FindsAllBestWaysInAnyForm) {
  EXPECT_TRUE(support::holdsFor(300, support::Kind::anything(), agreesWithTheDefinition));
}

// A search that ends with the nearest states knows of them, and of improvements, what a whole one knows.
void endsWithTheNearest(const Conflict& conflict) {
  Search search(conflict);
  const Game& game = search.game();
  std::vector<stability::StateSet> goals;
  for (std::size_t part = 0; part < 2; ++part) {
    std::set<Place> goal;
    for (Place s = part; s < game.size(); s += 2)
      if (*rc::gen::resize(rc::kNominalSize, rc::gen::inRange(0, 3)) > 0)
        goal.insert(s);
    goals.push_back(search.set(goal));
  }
  const auto enough = *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(std::size_t{1}, std::size_t{4}));
  const auto movers = ids(everybody(game));
  PathSearch whole(search.engine, search.rules, search.state(1), movers, Wish::fewestConcessions);
  whole.run(search.engine.either(goals[0], goals[1]), {});
  PathSearch nearest(search.engine, search.rules, search.state(1), movers, Wish::fewestConcessions);
  nearest.runToNearest(goals, enough, {});
  for (const auto goal : goals) {
    const auto states = whole.inOrder(goal, enough);
    RC_ASSERT(nearest.inOrder(goal, enough) == states);
    for (const auto& state : states)
      RC_ASSERT(nearest.ways(search.engine.matching({state}), 100) ==
                whole.ways(search.engine.matching({state}), 100));
    const auto byImprovements = nearest.found(goal, 0);
    const auto expected = whole.found(goal, 0);
    RC_ASSERT(search.engine.places(byImprovements) == search.engine.places(expected));
  }
}

TEST(PathSearch, EndsWithTheNearestStates) {
  EXPECT_TRUE(support::holdsFor(200, support::Kind::anything(), endsWithTheNearest));
  EXPECT_TRUE(support::holdsFor(200, support::Kind::optionForm(), endsWithTheNearest));
}

// Where one search must reach everything, what it reached is the definition's R_H or R+_H.
TEST(PathSearch, ReachesWhatTheGroupCanReach) {
  EXPECT_TRUE(support::holdsFor(300, support::Kind::anything(), [](const Conflict& conflict) {
    Search search(conflict);
    const Game& game = search.game();
    const auto group = everybody(game);
    for (Place s = 0; s < game.size(); s += 3)
      for (const bool improving : {false, true}) {
        PathSearch found(search.engine, search.rules, game.feasible()[s], ids(group),
                         improving ? Wish::improving : Wish::shortest);
        found.run(search.engine.feasible(), {});
        auto reached = search.engine.places(found.reached());
        const auto places = improving ? game.groupImprovements(group, s) : game.groupMoves(group, s);
        std::set<Place> expected(places.begin(), places.end());
        expected.erase(s); // whether one comes back to the start is nobody's question
        reached.erase(s);
        RC_ASSERT(reached == expected);
      }
  }));
}

} // namespace
} // namespace stasis::analysis
