#include "analysis/coalitions/coalition_stability.h"
#include "oracle/coalitions.h"
#include "oracle/oracle_engine.h"
#include "support/property.h"
#include "support/published.h"

#include <gtest/gtest.h>

namespace stasis::analysis {
namespace {

using model::Concept;
using model::Conflict;
using model::PartyId;
using oracle::Place;

Coalition ids(const oracle::Members& members) {
  Coalition out;
  for (const std::size_t i : members)
    out.emplace_back(i);
  return out;
}

struct Setting {
  Setting(const Conflict& conflict, Gain gain)
      : engine(conflict), rules(engine), gains(engine, rules, gain, errand),
        definition(engine.game(), gain == Gain::pareto) {}

  const model::Pattern& state(Place s) const { return engine.game().feasible()[s]; }
  std::vector<std::size_t> stable(Concept c, const Coalition& coalition, const Units& units) {
    std::vector<std::size_t> numbers;
    for (Place s = 0; s < engine.game().size(); ++s)
      if (CoalitionAt(gains, coalition, units, state(s)).isStable(c))
        numbers.push_back(s + 1);
    return numbers;
  }

  stability::Errand errand;
  oracle::OracleEngine engine;
  Rules rules;
  CoalitionGains gains;
  oracle::Coalitions definition;
};

using Numbers = std::vector<std::size_t>;

// Kilgour, Hipel, Peng & Fang 2001: from 5 the ministry and Uniroyal together gain by going to 8, and no
// other equilibrium can be left so. Both are stable for each of them alone.
TEST(CoalitionStability, ElmiraMinistryAndUniroyalLeaveFiveForEight) {
  for (const auto& conflict : {support::elmira(), support::elmiraGraphForm()}) {
    Setting elmira(conflict, Gain::strict);
    const Coalition both = ids({0, 1});
    const auto units = eachAlone(conflict, both);
    EXPECT_EQ(elmira.engine.list(elmira.gains.improvements(both, elmira.state(4)), 9),
              std::vector{elmira.state(7)});
    for (const auto& row : model::concepts) {
      CoalitionAt five(elmira.gains, both, units, elmira.state(4));
      EXPECT_FALSE(five.isStable(row.id)) << row.key; // the local government can do nothing about it
      CoalitionAt eight(elmira.gains, both, units, elmira.state(7));
      EXPECT_TRUE(eight.isStable(row.id)) << row.key;
    }
  }
}

// Leaving no improvement out: every state, coalition, concept and way to sanction, against the definition.
void agreesWithTheDefinition(const Conflict& conflict, Gain gain) {
  Setting setting(conflict, gain);
  const auto& game = setting.engine.game();
  const std::size_t coalitions = std::size_t{1} << game.parties();
  const std::size_t chosen =
      1 + *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(std::size_t{0}, coalitions - 1));
  oracle::Members members;
  for (std::size_t i = 0; i < game.parties(); ++i)
    if ((chosen >> i) % 2 == 1)
      members.push_back(i);
  const Coalition coalition = ids(members);
  const std::pair<Units, oracle::Units> ways[] = {
      {eachAlone(conflict, coalition), setting.definition.alone(members)},
      {everyGroup(conflict, coalition), setting.definition.together(members)},
  };
  for (Place s = 0; s < game.size(); s += game.size() > 24 ? 5 : 1) {
    const auto better = setting.definition.improvements(members, s);
    RC_ASSERT(setting.engine.places(setting.gains.improvements(coalition, setting.state(s))) ==
              std::set<Place>(better.begin(), better.end()));
    for (Place q = 0; q < game.size(); ++q)
      RC_ASSERT(setting.gains.isBetter(coalition, setting.state(q), setting.state(s)) ==
                setting.definition.isBetter(members, q, s));
    for (const auto& [units, definition] : ways) {
      CoalitionAt at(setting.gains, coalition, units, setting.state(s));
      for (const auto& row : model::concepts)
        RC_ASSERT(at.isStable(row.id) == setting.definition.isStable(row.id, members, definition, s));
    }
  }
}

TEST(CoalitionStability, FollowsTheDefinition) {
  EXPECT_TRUE(support::holdsFor(150, support::Kind::anything(),
                                [](const Conflict& c) { agreesWithTheDefinition(c, Gain::strict); }));
}

TEST(CoalitionStability, FollowsTheDefinitionWithParetoGains) {
  EXPECT_TRUE(support::holdsFor(150, support::Kind::anything(),
                                [](const Conflict& c) { agreesWithTheDefinition(c, Gain::pareto); }));
}

TEST(CoalitionStability, FollowsTheDefinitionInGraphForm) {
  EXPECT_TRUE(support::holdsFor(150, support::Kind::graphOnly(),
                                [](const Conflict& c) { agreesWithTheDefinition(c, Gain::strict); }));
}

// A coalition of one is that party: the ordinary concepts, by their own definition.
TEST(CoalitionStability, OfOnePartyIsThatPartys) {
  EXPECT_TRUE(support::holdsFor(40, support::Kind::anything(), [](const Conflict& conflict) {
    for (const Gain gain : {Gain::strict, Gain::pareto}) {
      Setting setting(conflict, gain);
      const auto& game = setting.engine.game();
      for (std::size_t i = 0; i < game.parties(); ++i)
        for (const auto& row : model::concepts) {
          const Coalition alone = ids({i});
          Numbers expected;
          for (const Place s : game.stable(row.id, i))
            expected.push_back(s + 1);
          RC_ASSERT(setting.stable(row.id, alone, eachAlone(conflict, alone)) == expected);
        }
    }
  }));
}

} // namespace
} // namespace stasis::analysis
