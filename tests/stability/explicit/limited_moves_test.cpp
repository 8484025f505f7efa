// Limited moves, non-myopic and Stackelberg stability: the explicit engine, with a list and with a cube,
// against nested loops on random conflicts of two parties, with ties, directed options, listed moves and
// merged states; the numbers of Syria and Iraq and of the prisoners; laws; and conflicts that cannot have
// them.

#include "model/applies.h"
#include "model/limited_moves.h"
#include "model/numbered_concepts.h"
#include "oracle/limited_moves.h"
#include "stability/explicit/small_engines.h"
#include "stability/repetition.h"
#include "support/published.h"

#include <gtest/gtest.h>

namespace stasis::families {
namespace {

using model::Conflict;
using model::PartyId;
using stability::ExplicitWay;
using Places = oracle::Places;

model::Concept called(const std::string& key) { return *model::findConcept(key); }

/// What the random conflicts were, so that no test is empty.
struct Seen {
  std::size_t repeating = 0; ///< with a period above 1
  std::size_t tied = 0;      ///< in which somebody may end in several places
};

void holdToTheOracle(const Conflict& conflict, ExplicitWay way, Seen& seen) {
  const oracle::Game game(conflict);
  oracle::LimitedMoves definition(game);
  const auto engine = opened(conflict, way);
  const auto told = stability::repetitionOf(*engine);
  ASSERT_TRUE(told);
  const auto [from, period] = definition.repetition();
  ASSERT_EQ(told->from, from);
  ASSERT_EQ(told->period, period);
  seen.repeating += period > 1 ? 1 : 0;
  for (std::size_t i = 0; i < 2; ++i) {
    const auto stable = [&](model::Concept id) { return members(*engine, engine->stable(id, PartyId(i))); };
    for (const std::size_t h : {1U, 2U, 3U, 4U, 5U, 6U, 7U, 8U, 9U, 10U, 13U})
      ASSERT_EQ(stable(called("l" + std::to_string(h))), definition.stable(h, i)) << h << engine->way();
    ASSERT_EQ(stable(called("nonmyopic")), definition.nonMyopic(i));
    for (std::size_t leader = 0; leader < 2; ++leader)
      ASSERT_EQ(stable(*model::ledBy(conflict.parties[leader].name)),
                definition.stable(leader == i ? 2 : 1, i));
    for (std::size_t k = 0; k < told->stable.size(); ++k)
      ASSERT_EQ(members(*engine, told->stable[k][i]), definition.stable(from + k, i));
    Places open;
    for (oracle::Place s = 0; s < game.size(); ++s)
      for (std::size_t h = 1; h < from + period && (open.empty() || open.back() != s); ++h)
        if (definition.ends(h)[i][s].size() > 1)
          open.push_back(s);
    ASSERT_TRUE(std::ranges::includes(members(*engine, told->open[i]), open));
    seen.tied += open.empty() ? 0 : 1;
  }
}

support::Kind twoParties(support::Kind kind, std::size_t options) {
  kind.minParties = 2;
  kind.maxParties = 2;
  kind.maxOptions = options;
  return kind;
}

TEST(LimitedMoves, AreTheOraclesInAList) {
  Seen seen;
  support::forSeeds(3000, twoParties(support::Kind::anything(), 4),
                    [&](const Conflict& c) { holdToTheOracle(c, ExplicitWay::list, seen); });
  EXPECT_GT(seen.repeating, 50U);
  EXPECT_GT(seen.tied, 200U);
}

TEST(LimitedMoves, AreTheOraclesInACube) {
  Seen seen;
  support::forSeeds(300, twoParties(support::Kind::optionForm(), 5),
                    [&](const Conflict& c) { holdToTheOracle(c, ExplicitWay::cube, seen); });
  EXPECT_GT(seen.tied, 20U);
}

TEST(LimitedMoves, OneMoveAheadIsNash) {
  support::forSeeds(500, twoParties(support::Kind::anything(), 5), [](const Conflict& c) {
    const auto engine = opened(c, ExplicitWay::automatic);
    for (std::size_t i = 0; i < 2; ++i)
      ASSERT_EQ(engine->stable(called("l1"), PartyId(i)), engine->stable(model::Concept::nash, PartyId(i)));
  });
}

TEST(LimitedMoves, OfSyriaAndIraqRepeatEveryFourMoves) {
  const Conflict conflict = support::syriaIraq();
  const auto engine = opened(conflict, ExplicitWay::automatic);
  const std::vector<Places> expected{{5}, {5}, {}, {0, 5}, {5}, {5}, {}, {0, 5}};
  for (std::size_t h = 1; h <= expected.size(); ++h)
    EXPECT_EQ(members(*engine, engine->equilibria(called("l" + std::to_string(h)))), expected[h - 1]) << h;
  EXPECT_EQ(members(*engine, engine->equilibria(called("nonmyopic"))), Places{});
  EXPECT_EQ(stability::repetitionOf(*engine)->period, 4U);
}

TEST(LimitedMoves, OfThePrisonersHoldSilenceFromTwoMovesOn) {
  const Conflict conflict = support::prisonersDilemma();
  const auto engine = opened(conflict, ExplicitWay::automatic);
  EXPECT_EQ(members(*engine, engine->equilibria(called("l1"))), Places{0});
  for (const char* key : {"l2", "l3", "l9", "nonmyopic"})
    EXPECT_EQ(members(*engine, engine->equilibria(called(key))), (Places{0, 3})) << key;
}

TEST(LimitedMoves, BeyondTheTableGoOnAsTheyRepeat) {
  const Conflict conflict = support::syriaIraq();
  const auto engine = opened(conflict, ExplicitWay::list);
  for (std::size_t h = 10; h <= model::farthestByKey; ++h)
    for (std::size_t i = 0; i < 2; ++i)
      EXPECT_EQ(engine->stable(called("l" + std::to_string(h)), PartyId(i)),
                engine->stable(called("l" + std::to_string((h - 1) % 4 + 1)), PartyId(i)))
          << h;
}

TEST(LimitedMoves, NeedTwoParties) {
  const Conflict three = support::elmira();
  for (const char* key : {"l2", "nonmyopic", "stackelberg_MoE"}) {
    const std::string why = model::whyNot(three, called(key)).value();
    EXPECT_NE(why.find("has 3"), std::string::npos) << why;
    EXPECT_NE(why.find("Soares, Rêgo & Vieira"), std::string::npos) << why;
  }
  EXPECT_TRUE(model::whyNot(support::syriaIraq(), called("stackelberg_Iran")));
  EXPECT_FALSE(model::whyNot(support::syriaIraq(), called("STACKELBERG_Iraq")));
  const auto engine = opened(three, ExplicitWay::automatic);
  EXPECT_FALSE(stability::repetitionOf(*engine));
  EXPECT_THROW(engine->stable(called("l2"), PartyId(0)), stability::LimitReached);
}

TEST(LimitedMoves, ALeaderHasOneConceptHoweverOftenItIsNamed) {
  EXPECT_EQ(called("stackelberg_US"), called("stackelberg_US"));
  EXPECT_NE(called("stackelberg_US"), called("stackelberg_USSR"));
  EXPECT_EQ(row(called("Stackelberg_US")).key, "stackelberg_US");
  EXPECT_FALSE(model::findConcept("stackelberg_"));
  EXPECT_FALSE(model::findConcept("stackelberg"));
}

} // namespace
} // namespace stasis::families
