// SIM and `seq_or_sim`: the explicit engine, with a list and with a cube, against nested loops on random
// conflicts of two to four parties; the published equilibria; laws; and conflicts that cannot have it.

#include "model/applies.h"
#include "oracle/simultaneous.h"
#include "stability/explicit/small_engines.h"
#include "support/published.h"

#include <gtest/gtest.h>

namespace stasis::families {
namespace {

using model::Conflict;
using model::PartyId;
using stability::ExplicitWay;
using Places = oracle::Places;

const model::Concept sim = *model::findConcept("sim");
const model::Concept seqOrSim = *model::findConcept("seq_or_sim");

void holdToTheOracle(const Conflict& conflict, ExplicitWay way) {
  const oracle::Game game(conflict);
  const oracle::Simultaneous definition(game);
  const auto engine = opened(conflict, way);
  for (std::size_t i = 0; i < conflict.parties.size(); ++i) {
    const Places own = definition.stable(i);
    ASSERT_EQ(members(*engine, engine->stable(sim, PartyId(i))), own)
        << conflict.parties[i].name << ", " << engine->way();
    Places either = game.stable(model::Concept::seq, i);
    either.insert(either.end(), own.begin(), own.end());
    std::ranges::sort(either);
    either.erase(std::unique(either.begin(), either.end()), either.end());
    ASSERT_EQ(members(*engine, engine->stable(seqOrSim, PartyId(i))), either);
  }
}

support::Kind byOptions(std::size_t options) {
  support::Kind kind = support::Kind::optionForm();
  kind.minParties = 2;
  kind.maxOptions = options;
  return kind;
}

TEST(Simultaneous, IsTheOraclesInAList) {
  support::forSeeds(3000, byOptions(5), [](const Conflict& c) { holdToTheOracle(c, ExplicitWay::list); });
}

TEST(Simultaneous, IsTheOraclesInACube) {
  support::forSeeds(300, byOptions(5), [](const Conflict& c) { holdToTheOracle(c, ExplicitWay::cube); });
}

TEST(Simultaneous, IsNashWhereNobodyElseImproves) {
  std::size_t compared = 0;
  support::forSeeds(500, byOptions(4), [&](const Conflict& c) {
    const oracle::Game game(c);
    const auto engine = opened(c, ExplicitWay::list);
    for (std::size_t i = 0; i < c.parties.size(); ++i) {
      const Places nash = game.stable(model::Concept::nash, i);
      const Places own = members(*engine, engine->stable(sim, PartyId(i)));
      ASSERT_TRUE(std::ranges::includes(own, nash));
      for (const std::size_t s : own) {
        bool others = false;
        for (std::size_t j = 0; j < c.parties.size(); ++j)
          others = others || (j != i && !game.improvements(j, s).empty());
        ASSERT_TRUE(others || std::ranges::binary_search(nash, s));
        ++compared;
      }
    }
  });
  EXPECT_GT(compared, 1000U);
}

Places equilibria(const Conflict& conflict, model::Concept id) {
  const auto engine = opened(conflict, ExplicitWay::automatic);
  return members(*engine, engine->equilibria(id));
}

TEST(Simultaneous, EquilibriaAsPublished) {
  EXPECT_EQ(equilibria(support::prisonersDilemma(), sim), (Places{0, 3}));
  EXPECT_EQ(equilibria(support::syriaIraq(), sim), Places{5});
  EXPECT_EQ(equilibria(support::elmiraTwelveStates(), sim), (Places{4, 5, 6, 9, 10, 11}));
  const Conflict conflict = support::syriaIraq();
  const oracle::Game game(conflict);
  EXPECT_EQ(oracle::Simultaneous(game).stable(0), (Places{0, 2, 5}));
  EXPECT_EQ(oracle::Simultaneous(game).stable(1), (Places{1, 3, 4, 5}));
}

TEST(Simultaneous, NeedsOptions) {
  EXPECT_EQ(model::whyNot(support::syriaIraq(), sim), std::nullopt);
  const std::string merged = model::whyNot(support::elmira(), sim).value();
  EXPECT_NE(merged.find("merged"), std::string::npos) << merged;
  const std::string listed = model::whyNot(support::elmiraGraphForm(), seqOrSim).value();
  EXPECT_NE(listed.find("listed"), std::string::npos) << listed;
  const Conflict conflict = support::elmira();
  const auto engine = opened(conflict, ExplicitWay::automatic);
  EXPECT_THROW(engine->stable(sim, PartyId(0)), stability::LimitReached);
}

} // namespace
} // namespace stasis::families
