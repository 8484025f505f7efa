#include "explain/each_change.h"
#include "explain/every_question.h"
#include "oracle/oracle_engine.h"
#include "report/explain/certificate.h"
#include "stability/solution.h"
#include "support/property.h"
#include "support/published.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <functional>

namespace stasis::report {
namespace {

using analysis::Certificate;
using analysis::Failure;
using model::PartyId;
using model::Pattern;
using Json = nlohmann::ordered_json;
using oracle::OracleEngine;

Certificate ofEverything(OracleEngine& engine, const analysis::CertifyLimits& limits = {}) {
  const auto questions = test::everyQuestion(engine.conflict(), engine.game().feasible());
  return analysis::certify(engine, questions, stability::everyConcept(), limits, stability::Errand{});
}

/// What the definitions say of the verdicts of a certificate that was accepted.
bool verdictsAreTrue(const oracle::Game& game, const model::Conflict& conflict,
                     const Certificate& certificate) {
  for (const auto& verdict : certificate.verdicts) {
    const auto state = Pattern::parse(verdict.state);
    const auto place = std::ranges::find(game.feasible(), *state) - game.feasible().begin();
    const auto id = model::findConcept(verdict.concept_);
    const auto party = conflict.findParty(verdict.party);
    if (!verdict.notCertified &&
        game.isStable(*id, party->index(), static_cast<oracle::Place>(place)) != verdict.stable)
      return false;
  }
  return true;
}

/// True if it is read and everything it claims holds.
bool accepted(const model::Conflict& conflict, const std::string& text, const oracle::Game& game) {
  const auto read = readCertificate(text);
  if (std::holds_alternative<Failure>(read))
    return false;
  const auto& certificate = std::get<Certificate>(read);
  if (!analysis::verify(conflict, certificate, stability::Errand{}).failures.empty())
    return false;
  EXPECT_TRUE(verdictsAreTrue(game, conflict, certificate)) << text;
  return true;
}

void everyVerdictIsVerified(const model::Conflict& conflict) {
  OracleEngine engine(conflict);
  const Certificate certificate = ofEverything(engine);
  RC_ASSERT(certificate.verdicts.size() ==
            engine.game().size() * conflict.parties.size() * model::conceptCount);
  RC_ASSERT(verdictsAreTrue(engine.game(), conflict, certificate));
  const auto read = readCertificate(certificateJson(certificate));
  RC_ASSERT(std::holds_alternative<Certificate>(read));
  RC_ASSERT(certificateJson(std::get<Certificate>(read)) == certificateJson(certificate));
  const auto result = analysis::verify(conflict, std::get<Certificate>(read), stability::Errand{});
  for (const auto& failure : result.failures)
    RC_LOG() << failure.path << ": " << failure.message << "\n";
  RC_ASSERT(result.failures.empty());
  RC_ASSERT(result.held == certificate.verdicts.size());
}

TEST(Certificate, EveryVerdictOfRandomConflictsIsVerified) {
  EXPECT_TRUE(support::holdsFor(80, support::Kind::anything(), everyVerdictIsVerified));
  EXPECT_TRUE(support::holdsFor(50, support::Kind::mergedStates(), everyVerdictIsVerified));
  EXPECT_TRUE(support::holdsFor(50, support::Kind::graphOnly(), everyVerdictIsVerified));
}

// --- tampering

struct Tally {
  std::size_t changes = 0;
  std::size_t accepted = 0;
};

/// Everything that is still accepted must be true (accepted() checks this). Returns how much was accepted.
Tally tamper(const model::Conflict& conflict) {
  OracleEngine engine(conflict);
  std::vector<std::string> words{"nash", "smr", "seq", "moves", "improvements", "stasis/certificate-2"};
  for (const auto& party : conflict.parties)
    words.push_back(party.name);
  for (const Pattern& state : engine.game().feasible())
    words.push_back(state.letters());
  Json whole = Json::parse(certificateJson(ofEverything(engine)));
  Tally tally;
  eachChange(whole, whole, words, [&] {
    ++tally.changes;
    tally.accepted += accepted(conflict, whole.dump(), engine.game()) ? 1 : 0;
  });
  return tally;
}

TEST(Certificate, NoChangeMakesItLie) {
  const auto conflict = support::syriaIraq();
  const Tally tally = tamper(conflict);
  EXPECT_GT(tally.changes, 3000U);
  // Changes that leave a certificate true: a verdict is left out, or another improvement or sanction is as
  // good.
  EXPECT_LT(tally.accepted, tally.changes / 10);
}

TEST(Certificate, NoChangeMakesItLieOnRandomConflicts) {
  support::SeededDice dice(1971);
  support::Kind kind = support::Kind::anything();
  kind.maxOptions = 3;
  for (int run = 0; run < 12; ++run)
    tamper(support::randomConflict(kind, dice));
}

/// The certificate of Syria and Iraq with one change; where the failure is said to be.
std::string failurePath(const std::function<void(Certificate&)>& change) {
  const auto conflict = support::syriaIraq();
  OracleEngine engine(conflict);
  Certificate certificate = analysis::certify(
      engine, {{*Pattern::parse("NNN"), {PartyId(1)}}},
      {model::Concept::nash, model::Concept::gmr, model::Concept::smr, model::Concept::seq}, {}, {});
  change(certificate);
  const auto result = analysis::verify(conflict, certificate, stability::Errand{});
  return result.failures.empty() ? "" : result.failures.front().path;
}

// By hand: from the status quo NNN Iraq improves to NNY; GMR: Syria releases water, YNY. By moves Syria
// reaches YNY and NYY from there, by improvements NYY alone.
TEST(Certificate, TheClaimThatFailsIsNamed) {
  EXPECT_EQ(failurePath([](Certificate&) {}), "");
  EXPECT_EQ(failurePath([](Certificate& c) { c.conflict += "!"; }), "conflict");
  EXPECT_EQ(failurePath([](Certificate& c) { c.parties.pop_back(); }), "parties");
  EXPECT_EQ(failurePath([](Certificate& c) { c.options[0].name = "water"; }), "options");
  EXPECT_EQ(failurePath([](Certificate& c) { c.verdicts[0].party = "Iran"; }), "verdicts[0].party");
  EXPECT_EQ(failurePath([](Certificate& c) { c.verdicts[0].state = "YYN"; }), "verdicts[0].state");
  EXPECT_EQ(failurePath([](Certificate& c) { c.verdicts[0].concept_ = "simm"; }), "verdicts[0].concept");
  EXPECT_EQ(failurePath([](Certificate& c) { c.verdicts[0].improvement = "YNN"; }),
            "verdicts[0].improvement");
  EXPECT_EQ(failurePath([](Certificate& c) { c.verdicts[0].reached = 0; }), "verdicts[0].reached");
  EXPECT_EQ(failurePath([](Certificate& c) { c.verdicts[1].improvements.clear(); }),
            "verdicts[1].improvements");
  EXPECT_EQ(failurePath([](Certificate& c) { c.verdicts[1].improvements[0].sanction[0].to = "NYY"; }),
            "verdicts[1].improvements[0].sanction");
  EXPECT_EQ(failurePath([](Certificate& c) { c.verdicts[1].improvements[0].sanction[0].party = "Iraq"; }),
            "verdicts[1].improvements[0].sanction[0].party");
  EXPECT_EQ(failurePath([](Certificate& c) { c.verdicts[1].improvements[0].sanction.clear(); }),
            "verdicts[1].improvements[0].sanction");
  EXPECT_EQ(failurePath([](Certificate& c) { c.verdicts[1].concept_ = "smr"; }),
            "verdicts[1].improvements[0].sanction");
  EXPECT_EQ(failurePath([](Certificate& c) { c.verdicts[1].concept_ = "seq"; }),
            "verdicts[1].improvements[0].sanction[0].to");
  EXPECT_EQ(failurePath([](Certificate& c) { c.verdicts[3].concept_ = "gmr"; }), "verdicts[3]");
  EXPECT_EQ(failurePath([](Certificate& c) { c.verdicts[2].reached.reset(); }), "verdicts[2].reached");
  EXPECT_EQ(failurePath([](Certificate& c) { c.reached[0].states.pop_back(); }), "reached[0].states");
  EXPECT_EQ(failurePath([](Certificate& c) { c.reached[0].states.push_back("NNN"); }),
            "reached[0].states[2]");
  EXPECT_EQ(failurePath([](Certificate& c) { c.reached[1].by = "moves"; }), "reached[1].states");
  EXPECT_EQ(failurePath([](Certificate& c) { c.verdicts.erase(c.verdicts.begin() + 3); }), "reached[1]");
  EXPECT_EQ(failurePath([](Certificate& c) { c.verdicts.push_back(c.verdicts[0]); }), "verdicts[4]");
}

TEST(Certificate, LargeSetsAreCountedAndHugeOnesSaidNotToBeCertified) {
  const auto conflict = support::syriaIraq();
  OracleEngine engine(conflict);
  analysis::CertifyLimits counted;
  counted.listed = 0;
  Certificate certificate = ofEverything(engine, counted);
  ASSERT_FALSE(certificate.reached.empty());
  EXPECT_TRUE(certificate.reached[0].count.has_value());
  EXPECT_TRUE(analysis::verify(conflict, certificate, {}).failures.empty());
  certificate.reached[0].count = "77";
  EXPECT_FALSE(analysis::verify(conflict, certificate, {}).failures.empty());

  analysis::CertifyLimits inAll;
  inAll.listedInAll = 2;
  const Certificate some = ofEverything(engine, inAll);
  std::size_t listed = 0;
  for (const auto& set : some.reached)
    listed += set.states.size();
  EXPECT_EQ(listed, 2U);
  EXPECT_TRUE(analysis::verify(conflict, some, {}).failures.empty());

  analysis::CertifyLimits small;
  small.visits = 0;
  const Certificate partial = ofEverything(engine, small);
  const auto result = analysis::verify(conflict, partial, {});
  EXPECT_TRUE(result.failures.empty());
  EXPECT_FALSE(result.notCertified.empty());
  EXPECT_NE(partial.verdicts.size(), result.notCertified.size());
  EXPECT_EQ(result.held + result.notCertified.size(), result.verdicts);
}

TEST(Certificate, WhatIsNoCertificateIsAnsweredWithItsPlace) {
  const auto path = [](std::string_view text) {
    const auto read = readCertificate(text);
    return std::holds_alternative<Failure>(read) ? std::get<Failure>(read).path : std::string("read");
  };
  EXPECT_EQ(path(""), "(all of it)");
  EXPECT_EQ(path("[]"), "(all of it)");
  EXPECT_EQ(path("{}"), "schema");
  EXPECT_EQ(path(R"({"schema": "stasis/solution-1"})"), "schema");
  EXPECT_EQ(path(R"({"schema": "stasis/certificate-1", "extra": 1})"), "extra");
  EXPECT_EQ(path(R"({"schema":"stasis/certificate-1","conflict":"c","parties":[1]})"), "parties[0]");
  EXPECT_EQ(path(std::string(200000, '[')), "(all of it)");
}

} // namespace
} // namespace stasis::report
