// What a party says it would rather have becomes answers; what it does not say, or others say, does not.

#include "analysis/elicit/spoken_preference.h"
#include "analysis/states/open_engine.h"
#include "stability/solution.h"
#include "support/published.h"

#include <gtest/gtest.h>

namespace stasis::analysis {
namespace {

const stability::Errand errand; // engines keep a reference to it

evidence::LedgerEntry said(const std::string& speaker, const std::string& words) {
  evidence::LedgerEntry entry;
  entry.id = 1;
  entry.source = "report.txt";
  entry.speaker = speaker;
  entry.quote = evidence::Passage{words, {}};
  return entry;
}

SpokenPreferences spokenOf(const std::vector<evidence::LedgerEntry>& entries) {
  model::Conflict conflict = support::syriaIraq(); // options release, escalate of Syria, attack of Iraq
  const auto opened = openEngine(conflict, {}, errand);
  const Rules rules(*opened.engine);
  const Stakes stakes(*opened.engine, rules, model::PartyId(0), stability::everyConcept(), errand);
  return spokenPreferences(conflict, stakes, entries);
}

// Of the six feasible states NNN, YNN, NYN, NNY, YNY, NYY two pairs differ in release and escalate alone: YNN
// and NYN, YNY and NYY.
TEST(SpokenPreferences, AnOptionRatherThanAnotherIsSaidOfAllStatesThatDifferInThemAlone) {
  for (const char* words :
       {"We would rather release the water than escalate.", "We prefer to release over: escalate",
        "Release is better than escalate", "We want Release rather than to Escalate"}) {
    const auto spoken = spokenOf({said("Syria", words)});
    ASSERT_EQ(spoken.answers.size(), 2U) << words;
    EXPECT_EQ(spoken.answers[0].one, 1U);
    EXPECT_EQ(spoken.answers[0].other, 2U);
    EXPECT_EQ(spoken.answers[1].one, 4U);
    EXPECT_EQ(spoken.answers[1].other, 5U);
    EXPECT_EQ(spoken.statements, 1U);
  }
}

TEST(SpokenPreferences, OthersAndOtherWordsSayNothing) {
  EXPECT_TRUE(spokenOf({said("Iraq", "We would rather release than escalate.")}).answers.empty());
  EXPECT_TRUE(spokenOf({said("Syria", "We will release the water.")}).notUsed.empty());
  const auto unknown = spokenOf({said("Syria", "We would rather swim than escalate.")});
  EXPECT_TRUE(unknown.answers.empty());
  EXPECT_EQ(unknown.notUsed.size(), 1U);
  auto negated = said("Syria", "We would rather release than escalate.");
  negated.polarity = evidence::Polarity::negative;
  EXPECT_TRUE(spokenOf({negated}).answers.empty());
}

} // namespace
} // namespace stasis::analysis
