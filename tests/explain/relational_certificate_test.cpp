// Certificates of concepts beyond the classical ones: every verdict agrees with nested loops and is verified,
// and whatever is still accepted after a change is true.

#include "explain/each_change.h"
#include "explain/every_question.h"
#include "model/looking_ahead.h"
#include "oracle/families.h"
#include "oracle/oracle_engine.h"
#include "report/explain/certificate.h"
#include "stability/explicit/explicit_engine.h"
#include "support/published.h"
#include "support/random_marks.h"
#include "support/seeded.h"

#include <gtest/gtest.h>

namespace stasis::report {
namespace {

using analysis::Certificate;
using model::Conflict;
using model::PartyId;
using model::Pattern;
using oracle::OracleEngine;

Conflict marked(Conflict conflict, std::uint64_t seed) {
  support::SeededDice dice(seed);
  support::addMarks(conflict, dice);
  return conflict;
}

std::vector<model::Concept> beyondClassical() {
  std::vector<model::Concept> all;
  for (const auto& concept_ : model::allConcepts())
    if (concept_.family != model::ConceptFamily::classical && model::isRelational(concept_.family))
      all.push_back(concept_.id);
  return all;
}

Certificate ofEverything(OracleEngine& engine) {
  const auto questions = test::everyQuestion(engine.conflict(), engine.game().feasible());
  return analysis::certify(engine, questions, beyondClassical(), {}, {});
}

bool isTrue(const oracle::Families& definitions, const oracle::Game& game,
            const Certificate::Verdict& verdict) {
  const auto at = std::ranges::find(game.feasible(), *Pattern::parse(verdict.state));
  const auto place = static_cast<oracle::Place>(at - game.feasible().begin());
  const std::size_t party = game.conflict().findParty(verdict.party)->index();
  const bool classical = row(*model::findConcept(verdict.concept_)).family == model::ConceptFamily::classical;
  const bool stable = classical ? game.isStable(*model::findConcept(verdict.concept_), party, place)
                                : definitions.isStable(verdict.concept_, party, place);
  return stable == verdict.stable;
}

TEST(RelationalCertificate, EveryVerdictOfRandomConflictsIsTrueAndVerified) {
  support::Kind kind = support::Kind::anything();
  kind.minParties = 2;
  kind.maxOptions = 4;
  std::uint64_t seed = 0;
  support::forSeeds(60, kind, [&](const Conflict& plain) {
    const Conflict conflict = marked(plain, ++seed);
    OracleEngine engine(conflict);
    const oracle::Families definitions(engine.game());
    const Certificate certificate = ofEverything(engine);
    for (const auto& verdict : certificate.verdicts)
      ASSERT_TRUE(isTrue(definitions, engine.game(), verdict))
          << verdict.concept_ << ' ' << verdict.state << ' ' << verdict.party;
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

TEST(RelationalCertificate, NoChangeMakesItLie) {
  const Conflict conflict = marked(support::syriaIraq(), 4);
  OracleEngine engine(conflict);
  const oracle::Families definitions(engine.game());
  std::vector<std::string> words{"nash",
                                 "gmr_c",
                                 "strong_smr",
                                 "rseq",
                                 "moves",
                                 "liked moves",
                                 "possible improvements",
                                 "stasis/certificate-1"};
  for (const Pattern& state : engine.game().feasible())
    words.push_back(state.letters());
  const auto states = engine.game().feasible();
  const Certificate certificate = analysis::certify(
      engine, {{states[0], {PartyId(0), PartyId(1)}}, {states[4], {PartyId(1)}}}, beyondClassical(), {}, {});
  ChangedJson whole = ChangedJson::parse(certificateJson(certificate));
  std::size_t changes = 0;
  std::size_t accepted = 0;
  eachChange(whole, whole, words, [&] {
    ++changes;
    const auto read = readCertificate(whole.dump());
    if (!std::holds_alternative<Certificate>(read))
      return;
    const auto& changed = std::get<Certificate>(read);
    if (!analysis::verify(conflict, changed, {}).failures.empty())
      return;
    ++accepted;
    for (const auto& verdict : changed.verdicts)
      EXPECT_TRUE(isTrue(definitions, engine.game(), verdict)) << whole.dump();
  });
  EXPECT_GT(changes, 1000U);
  EXPECT_LT(accepted, changes / 10);
}

TEST(RelationalCertificate, AConceptThatLooksFurtherAheadStandsWithoutAProofAndSaysSo) {
  const Conflict conflict = support::syriaIraq();
  const oracle::Game game(conflict);
  const auto engine = stability::openExplicit(conflict, {}, {}, stability::ExplicitWay::list).engine;
  const auto questions = test::everyQuestion(conflict, game.feasible());
  const std::vector<model::Concept> ahead{*model::findConcept("mr4"), *model::findConcept("l2"),
                                          *model::findConcept("nonmyopic"),
                                          *model::findConcept("stackelberg_Iraq")};
  const auto certificate = analysis::certify(*engine, questions, ahead, {}, {});
  ASSERT_EQ(certificate.verdicts.size(), 48U);
  const std::string text = certificateJson(certificate);
  const auto read = readCertificate(text);
  ASSERT_TRUE(std::holds_alternative<Certificate>(read));
  EXPECT_EQ(certificateJson(std::get<Certificate>(read)), text);
  EXPECT_EQ(text.find("\"stable\""), std::string::npos); // no proof, no claim
  auto lying = certificate; // a row has a proof, so a verdict without one claims nothing
  lying.verdicts.front().concept_ = "smr";
  lying.verdicts.front().stable = true;
  EXPECT_FALSE(analysis::verify(conflict, lying, {}).failures.empty());
  const auto result = analysis::verify(conflict, certificate, {});
  EXPECT_TRUE(result.failures.empty());
  EXPECT_EQ(result.notCertified.size(), 48U);
  for (const auto& verdict : certificate.verdicts)
    EXPECT_TRUE(verdict.notCertified && verdict.notCertified->find("moves ahead") != std::string::npos);
}

} // namespace
} // namespace stasis::report
