// Concepts that are no rows of relations. SIM: every certified verdict agrees with nested loops and is
// verified, and whatever is still accepted after a change is true. Limited moves: the reasons end where
// nested loops end, by moves that are legal.

#include "analysis/explain/relational_reasons.h"
#include "analysis/paths/exploration.h"
#include "analysis/paths/rules.h"
#include "explain/each_change.h"
#include "explain/every_question.h"
#include "model/simultaneous.h"
#include "oracle/limited_moves.h"
#include "oracle/oracle_engine.h"
#include "oracle/simultaneous.h"
#include "report/explain/certificate.h"
#include "support/published.h"
#include "support/seeded.h"

#include <gtest/gtest.h>

namespace stasis::report {
namespace {

using analysis::Certificate;
using model::Conflict;
using model::PartyId;
using model::Pattern;
using oracle::OracleEngine;
using oracle::Place;

Place placeOf(const oracle::Game& game, const Pattern& state) {
  return static_cast<Place>(std::ranges::find(game.feasible(), state) - game.feasible().begin());
}

bool isTrue(const oracle::Game& game, const Certificate::Verdict& verdict) {
  const Place s = placeOf(game, *Pattern::parse(verdict.state));
  const std::size_t i = game.conflict().findParty(verdict.party)->index();
  return (verdict.concept_ == "sim"
              ? oracle::Simultaneous(game).isStable(i, s)
              : game.isStable(*model::findConcept(verdict.concept_), i, s)) == verdict.stable;
}

Certificate certified(OracleEngine& engine) {
  return analysis::certify(engine, test::everyQuestion(engine.conflict(), engine.game().feasible()),
                           {model::simultaneous()}, {}, {});
}

TEST(SimultaneousCertificate, EveryVerdictIsTrueAndVerified) {
  support::Kind kind = support::Kind::optionForm();
  kind.minParties = 2;
  kind.maxOptions = 5;
  support::forSeeds(100, kind, [](const Conflict& conflict) {
    OracleEngine engine(conflict);
    const Certificate certificate = certified(engine);
    for (const auto& verdict : certificate.verdicts)
      ASSERT_TRUE(isTrue(engine.game(), verdict)) << verdict.state << ' ' << verdict.party;
    const std::string text = certificateJson(certificate);
    const auto read = readCertificate(text);
    ASSERT_TRUE(std::holds_alternative<Certificate>(read));
    ASSERT_EQ(certificateJson(std::get<Certificate>(read)), text);
    const auto result = analysis::verify(conflict, std::get<Certificate>(read), {});
    ASSERT_EQ(result.failures.empty() ? "" : result.failures.front().path + result.failures.front().message,
              "");
    ASSERT_EQ(result.held, certificate.verdicts.size());
  });
}

TEST(SimultaneousCertificate, NoChangeMakesItLie) {
  const Conflict conflict = support::syriaIraq();
  OracleEngine engine(conflict);
  std::vector<std::string> words{"nash", "seq", "gmr", "sim", "stasis/certificate-1", "sanction", "together"};
  for (const Pattern& state : engine.game().feasible())
    words.push_back(state.letters());
  ChangedJson whole = ChangedJson::parse(certificateJson(certified(engine)));
  std::size_t changes = 0;
  std::size_t accepted = 0;
  eachChange(whole, whole, words, [&] {
    ++changes;
    const auto read = readCertificate(whole.dump());
    if (!std::holds_alternative<Certificate>(read) ||
        !analysis::verify(conflict, std::get<Certificate>(read), {}).failures.empty())
      return;
    ++accepted;
    for (const auto& verdict : std::get<Certificate>(read).verdicts)
      EXPECT_TRUE(verdict.notCertified || isTrue(engine.game(), verdict)) << whole.dump();
  });
  EXPECT_GT(changes, 300U);
  EXPECT_LT(accepted, changes / 5);
}

TEST(Foresight, MovesEndWhereTheDefinitionEnds) {
  support::Kind kind = support::Kind::anything();
  kind.minParties = 2;
  kind.maxParties = 2;
  kind.maxOptions = 4;
  std::size_t followed = 0;
  support::forSeeds(150, kind, [&](const Conflict& conflict) {
    OracleEngine engine(conflict);
    const oracle::Game& game = engine.game();
    oracle::LimitedMoves definition(game);
    const analysis::Rules rules(engine);
    analysis::Exploration exploration(rules);
    const stability::Errand errand;
    analysis::RelationalReasons reasons(engine, exploration, 100'000, errand);
    for (const std::size_t h : {1U, 2U, 3U, 4U})
      for (std::size_t i = 0; i < 2; ++i)
        for (Place s = 0; s < game.size(); ++s) {
          const auto told =
              reasons.reasons(game.feasible()[s], PartyId(i), *model::findConcept("l" + std::to_string(h)));
          const auto stable = definition.stable(h, i);
          ASSERT_EQ(told.stable, std::ranges::binary_search(stable, s));
          ASSERT_EQ(told.foreseen.size(), game.moves(i, s).size());
          for (const auto& move : told.foreseen) {
            Place at = placeOf(game, move.to);
            for (const auto& step : move.after) {
              ASSERT_EQ(placeOf(game, step.from), at);
              const auto& legal = game.moves(step.mover.index(), at);
              at = placeOf(game, step.to);
              ASSERT_TRUE(std::ranges::count(legal, at) == 1);
              ++followed;
            }
            const auto& ends = definition.ends(h - 1)[1 - i][placeOf(game, move.to)];
            ASSERT_TRUE(ends.contains(at));
            ASSERT_EQ(move.open, ends.size() > 1);
            ASSERT_EQ(move.gains, game.prefers(i, at, s));
          }
        }
  });
  EXPECT_GT(followed, 1000U);
}

} // namespace
} // namespace stasis::report
