#include "analysis/states/query_states.h"
#include "analysis/states/satisfaction.h"
#include "language/parse.h"
#include "oracle/oracle_engine.h"
#include "oracle/queries.h"
#include "support/property.h"
#include "support/published.h"

#include <gtest/gtest.h>

namespace stasis::analysis {
namespace {

using model::Conflict;

TEST(QueryStates, AreThoseInWhichTheDefinitionsHold) {
  EXPECT_TRUE(support::holdsFor(400, support::Kind::anything(), [](const Conflict& conflict) {
    support::ShrinkingDice dice;
    oracle::OracleEngine engine(conflict);
    const model::Query query = support::randomQuery(conflict, dice);
    std::set<oracle::Place> wanted;
    for (oracle::Place s = 0; s < engine.game().size(); ++s)
      if (oracle::satisfies(engine.game(), conflict, query, s))
        wanted.insert(s);
    RC_ASSERT(engine.places(statesWhere(engine, query)) == wanted);
  }));
}

// A query in which no stability is named holds in part where it holds for some members and not for others.
TEST(QueryStates, HoldInPartWhereMembersDiffer) {
  EXPECT_TRUE(support::holdsFor(200, support::Kind::mergedStates(), [](const Conflict& conflict) {
    support::ShrinkingDice dice;
    oracle::OracleEngine engine(conflict);
    const model::Query query{support::randomExpression(conflict, dice), {}};
    std::set<oracle::Place> wanted;
    for (oracle::Place s = 0; s < engine.game().size(); ++s) {
      const auto& members = engine.game().members(s);
      const auto holds = std::ranges::count_if(
          members, [&](const auto& member) { return oracle::truth(conflict, query.condition, member); });
      if (holds > 0 && static_cast<std::size_t>(holds) < members.size())
        wanted.insert(s);
    }
    RC_ASSERT(engine.places(statesInPart(engine, query)) == wanted);
  }));
}

TEST(QueryStates, HoldInPartWhateverIsSaidOfStability) {
  const auto parsed = language::parse(language::SourceText("", R"(conflict "Merged"
party A
  option a
party B
  option b
states
  out   Y-
  stay  NN
  both  NY
rank A
  out > stay > both
rank B
  both ~ stay > out
)"));
  ASSERT_TRUE(parsed.conflict);
  oracle::OracleEngine engine(*parsed.conflict); // `out` is the only equilibrium
  const auto inPart = [&](const std::string& text) {
    const auto query = language::parseQuery(language::SourceText("", text), *parsed.conflict);
    return engine.places(statesInPart(engine, *query.query));
  };
  const std::set<oracle::Place> out{0};
  EXPECT_EQ(inPart("b"), out);
  EXPECT_EQ(inPart("not b"), out);
  EXPECT_EQ(inPart("b and equilibrium under nash"), out);
  EXPECT_EQ(inPart("b and not (equilibrium under nash)"), std::set<oracle::Place>{});
  EXPECT_EQ(inPart("b or equilibrium under nash"), std::set<oracle::Place>{});
  EXPECT_EQ(inPart("a"), std::set<oracle::Place>{});
}

/// Numbers of the states in which it holds.
std::string where(oracle::OracleEngine& engine, const std::string& text) {
  const auto parsed = language::parseQuery(language::SourceText("", text), engine.conflict());
  EXPECT_TRUE(parsed.query) << text;
  std::string numbers;
  for (const oracle::Place s : engine.places(statesWhere(engine, *parsed.query)))
    numbers += (numbers.empty() ? "" : " ") + std::to_string(s + 1);
  return numbers;
}

// Syria and Iraq: 1 nothing, 2 release, 3 escalate, 4 attack, 5 release and attack, 6 escalate and attack. By
// the published tables state 6 is an equilibrium under every concept and 1 under GMR too, where it is Nash
// stable for Syria and not for Iraq.
TEST(QueryStates, SpeakOfStabilityAndOptionsTogether) {
  const auto conflict = support::syriaIraq();
  oracle::OracleEngine engine(conflict);
  EXPECT_EQ(where(engine, "equilibrium under nash"), "6");
  EXPECT_EQ(where(engine, "equilibrium under gmr"), "1 6");
  EXPECT_EQ(where(engine, "equilibrium under gmr, seq"), "6");
  EXPECT_EQ(where(engine, "equilibrium under gmr and not attack"), "1");
  EXPECT_EQ(where(engine, "stable for Syria under nash and not stable for Iraq under nash"), "1");
  EXPECT_EQ(where(engine, "stable for Syria, Iraq under nash"), "6");
  EXPECT_EQ(where(engine, "exactly 2 of attack, (equilibrium under nash), (equilibrium under gmr)"), "");
  EXPECT_EQ(where(engine, "at least 1 of attack, (equilibrium under gmr)"), "1 4 5 6");
}

TEST(Satisfaction, ShowsOneThatDoesAndOneThatDoesNot) {
  const auto conflict = support::syriaIraq();
  oracle::OracleEngine engine(conflict);
  const auto gmr = engine.equilibria(model::Concept::gmr);
  const auto attack = engine.matching({*model::Pattern::parse("--Y")});
  const auto some = satisfaction(engine, gmr, attack);
  EXPECT_FALSE(some.all() || some.none());
  EXPECT_EQ(some.satisfying, 1);
  EXPECT_EQ(some.of, 2);
  EXPECT_EQ(some.example->letters(), "NYY");
  EXPECT_EQ(some.counterExample->letters(), "NNN");
  const auto all = satisfaction(engine, engine.equilibria(model::Concept::nash), attack);
  EXPECT_TRUE(all.all());
  EXPECT_FALSE(all.counterExample);
}

} // namespace
} // namespace stasis::analysis
