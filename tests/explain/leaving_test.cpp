// Who would leave, for what, and the first line of every page: by hand on small conflicts, and held to the
// verdicts on random ones.
#include "language/parse.h"
#include "oracle/oracle_engine.h"
#include "report/explain/leaving.h"
#include "report/explain/outcome_in_words.h"
#include "support/property.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>

namespace stasis::report {
namespace {

using stability::Standing;

std::unique_ptr<const model::Conflict> conflictOf(const std::string& text) {
  auto parsed = language::parse(language::SourceText("test", text));
  EXPECT_TRUE(parsed.conflict);
  return std::make_unique<const model::Conflict>(std::move(*parsed.conflict));
}

struct Told {
  Standing standing;
  std::string cell, line;
};

Told told(const std::string& text) {
  const auto conflict = conflictOf(text);
  oracle::OracleEngine engine(*conflict);
  std::vector<model::PartyId> parties;
  for (std::size_t i = 0; i < conflict->parties.size(); ++i)
    parties.emplace_back(i);
  const auto explanation =
      analysis::explain(engine, *conflict->statusQuo, parties, stability::everyConcept(), {}, {});
  const Standing standing = standingOf(*conflict, explanation);
  const auto leaving = whoLeaves(engine, explanation, standing);
  return {standing, leavingWords(leaving, standing), todayInShort(leaving, standing)};
}

const std::string kitchen =
    "conflict \"K\"\nparty Anna\n  option shout \"Shout\"\nparty Lea \"The lodger\"\n"
    "  option go \"Go out\"\nparty Otto\n  option strike \"Strike\"\nstatus quo none\n";

// Anna and the lodger each gain by their own option; nobody can take that away.
TEST(Leaving, OfWhatFallsEverybodyWouldLeave) {
  const Told one = told(kitchen + "prefer Anna\n  shout\nprefer Lea\n  go\nprefer Otto\n  not strike\n");
  EXPECT_EQ(one.standing, Standing::holdsNot);
  EXPECT_EQ(one.cell, "Anna would choose “Shout”; the lodger would, too");
  EXPECT_EQ(one.line,
            "Today does not hold: Anna would rather choose “Shout”. The lodger would leave it, too.");
}

// Five things that Otto decides count for more, so that shouting is one of 64 places.
TEST(Leaving, SayWhereTheGainIsALittle) {
  const Told one =
      told("conflict \"K\"\nparty Anna\n  option shout \"Shout\"\nparty Otto\n  option b\n  option "
           "c\n  option d\n  option e\n  option f\nstatus quo none\nprefer Anna\n  b\n  c\n  d\n  e\n"
           "  f\n  shout\nprefer Otto\n  not b\n  not c\n  not d\n  not e\n  not f\n");
  EXPECT_EQ(one.cell, "Anna would choose “Shout” (a little better)");
  EXPECT_EQ(one.line,
            "Today does not hold: Anna would rather choose “Shout”, which is a little better for it.");
}

// Otto can strike, which both fear more; he would lose by it.
TEST(Leaving, OfWhatHoldsByFearTheyMight) {
  const Told one =
      told(kitchen + "prefer Anna\n  not strike\n  shout\nprefer Lea\n  not strike\n  go\nprefer "
                     "Otto\n  not strike\n");
  EXPECT_EQ(one.standing, Standing::byFear);
  EXPECT_TRUE(one.cell.starts_with("Anna might choose “Shout”")) << one.cell;
  EXPECT_TRUE(one.cell.ends_with("; the lodger might, too")) << one.cell;
  EXPECT_TRUE(one.line.starts_with("Today holds by fear: Anna would rather choose “Shout”")) << one.line;
  EXPECT_NE(
      one.line.find("; only the fear of what others could do prevents it. The lodger might leave it, too."),
      std::string::npos)
      << one.line;
}

// Otto gains by striking once somebody has moved.
TEST(Leaving, OfWhatHoldsByAnswersOthersGainByAnswering) {
  const Told one =
      told(kitchen +
           "prefer Anna\n  not strike\n  shout\nprefer Lea\nprefer Otto\n  strike if shout\n  not strike\n");
  EXPECT_EQ(one.standing, Standing::byAnswers);
  EXPECT_TRUE(one.line.starts_with("Today holds by answers: Anna would rather choose “Shout”")) << one.line;
  EXPECT_TRUE(one.line.ends_with(", but others would answer, and gain by that.")) << one.line;
}

TEST(Leaving, OfWhatHoldsNobody) {
  const Told one =
      told(kitchen + "prefer Anna\n  not shout\nprefer Lea\n  not go\nprefer Otto\n  not strike\n");
  EXPECT_EQ(one.standing, Standing::byItself);
  EXPECT_EQ(one.cell, "nobody would gain by acting alone");
  EXPECT_EQ(one.line, "Today holds: nobody would gain by acting alone.");
}

// Each who is told of stands as the state does, and everybody who does is told of.
TEST(Leaving, AreThoseWhoseStandingIsThatOfTheState) {
  EXPECT_TRUE(support::holdsFor(60, {}, [](const model::Conflict& conflict) {
    oracle::OracleEngine engine(conflict);
    const auto solution = stability::solve(engine, stability::everyConcept());
    const auto states = engine.list(engine.feasible(), 4);
    std::vector<model::PartyId> parties;
    for (std::size_t i = 0; i < conflict.parties.size(); ++i)
      parties.emplace_back(i);
    for (const auto& state : states) {
      const auto explanation = analysis::explain(engine, state, parties, stability::everyConcept(), {}, {});
      const Standing standing = standingOf(conflict, explanation);
      RC_ASSERT(standing == stability::standingOf(engine, solution, state));
      std::vector<model::PartyId> told;
      for (const Leaving& one : whoLeaves(engine, explanation, standing))
        told.insert(told.end(), one.parties.begin(), one.parties.end());
      for (const auto party : parties) {
        const bool leaves = standing != Standing::byItself &&
                            stability::standingFor(engine, solution, party, state) == standing;
        RC_ASSERT((std::ranges::find(told, party) != told.end()) == leaves);
      }
    }
  }));
}

TEST(OutcomeInWords, IsANameOrADifferenceAsASentenceSaysIt) {
  const auto conflict = conflictOf(kitchen + "state peace \"Peace at last\" = go\nprefer Anna\n  shout\n");
  const auto state = [&](const std::string& letters) {
    model::State one(3, model::Choice::no);
    for (std::size_t i = 0; i < 3; ++i)
      if (letters[i] == 'Y')
        one.set(model::OptionId(i), model::Choice::yes);
    return one;
  };
  EXPECT_EQ(outcomeInWords(*conflict, state("NNN")), "Today");
  EXPECT_EQ(outcomeInWords(*conflict, state("NYN")), "Peace at last");
  EXPECT_EQ(outcomeInWords(*conflict, state("YYN")), "Peace at last, but Anna would choose “Shout”");
  EXPECT_EQ(differenceInWords(*conflict, state("NYN"), state("NNY")),
            "the lodger would drop “Go out”; Otto would choose “Strike”");
}

} // namespace
} // namespace stasis::report
