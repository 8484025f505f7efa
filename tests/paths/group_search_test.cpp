#include "analysis/paths/exploration.h"
#include "analysis/paths/group_search.h"
#include "oracle/oracle_engine.h"
#include "support/property.h"

#include <gtest/gtest.h>

namespace stasis::analysis {
namespace {

using model::PartyId;
using model::Pattern;
using model::Relation;
using oracle::OracleEngine;
using oracle::Place;

constexpr std::size_t everything = 1U << 20U;

std::set<Pattern, bool (*)(const Pattern&, const Pattern&)> reached(Exploration& exploration,
                                                                    const Exploration::Reach& reach) {
  std::set<Pattern, bool (*)(const Pattern&, const Pattern&)> states(
      [](const Pattern& a, const Pattern& b) { return a.letters() < b.letters(); });
  for (std::size_t v = 1; v < reach.visits.size(); ++v)
    states.insert(exploration.state(reach.visits[v].place));
  return states;
}

void forwardIsTheDefinition(const model::Conflict& conflict) {
  OracleEngine engine(conflict);
  const oracle::Game& game = engine.game();
  const Rules rules(engine);
  Exploration exploration(rules);
  for (std::size_t i = 0; i < game.parties(); ++i) {
    std::vector<std::size_t> group;
    for (const PartyId j : everybodyBut(conflict, PartyId(i)))
      group.push_back(j.index());
    for (Place s = 0; s < game.size(); ++s)
      for (const Relation kind : {Relation::always, Relation::better}) {
        const auto expected =
            kind == Relation::always ? game.groupMoves(group, s) : game.groupImprovements(group, s);
        const auto reach = exploration.others(PartyId(i), exploration.at(game.feasible()[s]), kind,
                                              everything, stability::Errand{});
        RC_ASSERT(reach->complete);
        auto found = reached(exploration, *reach);
        // The walk does not come back to where it began; that changes no set but by this state.
        found.insert(game.feasible()[s]);
        std::set<std::string> letters{game.feasible()[s].letters()};
        for (const Place q : expected)
          letters.insert(game.feasible()[q].letters());
        RC_ASSERT(found.size() == letters.size());
        for (const Pattern& q : found)
          RC_ASSERT(letters.contains(q.letters()));
      }
  }
}

TEST(Exploration, ReachesWhatTheDefinitionsReach) {
  EXPECT_TRUE(support::holdsFor(120, support::Kind::anything(), forwardIsTheDefinition));
  EXPECT_TRUE(support::holdsFor(80, support::Kind::mergedStates(), forwardIsTheDefinition));
  EXPECT_TRUE(support::holdsFor(80, support::Kind::graphOnly(), forwardIsTheDefinition));
}

// Two searches that share no step: breadth first from the start, layer by layer from the target.
void bothWaysAgree(const model::Conflict& conflict) {
  OracleEngine engine(conflict);
  const oracle::Game& game = engine.game();
  const Rules rules(engine);
  Exploration exploration(rules);
  for (std::size_t i = 0; i < game.parties(); ++i)
    for (Place t = 0; t < game.size(); t += 3)
      for (const Relation kind : {Relation::always, Relation::better}) {
        const auto target = engine.matching({game.feasible()[t]});
        GroupSearch search(engine, rules, everybodyBut(conflict, PartyId(i)), kind, target,
                           stability::Errand{});
        const auto everywhere = engine.places(search.everywhere());
        for (Place s = 0; s < game.size(); ++s) {
          if (s == t)
            continue;
          const auto reach = exploration.others(PartyId(i), exploration.at(game.feasible()[s]), kind,
                                                everything, stability::Errand{});
          const auto visit = std::ranges::find_if(
              reach->visits, [&](const auto& v) { return exploration.state(v.place) == game.feasible()[t]; });
          const auto way = search.from(game.feasible()[s]);
          RC_ASSERT(way.has_value() == (visit != reach->visits.end()));
          RC_ASSERT(everywhere.contains(s) == way.has_value());
          if (way)
            RC_ASSERT(*way ==
                      exploration.way(*reach, static_cast<std::size_t>(visit - reach->visits.begin())));
        }
      }
}

TEST(GroupSearch, BackwardsAndForwardsFindTheSameWay) {
  EXPECT_TRUE(support::holdsFor(80, support::Kind::anything(), bothWaysAgree));
  EXPECT_TRUE(support::holdsFor(50, support::Kind::mergedStates(), bothWaysAgree));
  EXPECT_TRUE(support::holdsFor(50, support::Kind::graphOnly(), bothWaysAgree));
}

} // namespace
} // namespace stasis::analysis
