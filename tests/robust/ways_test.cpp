// What single changes do to an outcome, in words: by hand.
#include "language/parse.h"
#include "oracle/oracle_engine.h"
#include "report/robust/change_in_words.h"
#include "report/robust/ways.h"

#include <gtest/gtest.h>

namespace stasis::report {
namespace {

struct Varied {
  model::Conflict conflict;
  analysis::Robustness answer;

  std::vector<std::string> ways(std::size_t state) const {
    std::vector<std::string> all;
    for (const WayToHold& way : waysOf(answer, state))
      all.push_back(
          wouldIf(variantInWords(conflict, answer.preferences, nullptr, answer.variants[way.variant]),
                  "it would " + wouldStand(way.then)));
    return all;
  }
};

Varied varied(const std::string& text, const std::string& letters) {
  auto parsed = language::parse(language::SourceText("test", text));
  EXPECT_TRUE(parsed.conflict);
  oracle::OracleEngine engine(*parsed.conflict);
  analysis::RobustnessQuestion question;
  question.concepts = {model::Concept::nash, model::Concept::seq, model::Concept::gmr};
  const auto solution = stability::solve(engine, question.concepts);
  for (const auto& state : engine.list(engine.feasible(), 64))
    if (state.letters() == letters)
      question.states.push_back(state);
  EXPECT_EQ(question.states.size(), 1U);
  auto answer = analysis::vary(engine, solution, question, {});
  return {std::move(*parsed.conflict), std::move(answer)};
}

// The tenants would rather keep the dog; if they did not mind, or could not take it back, it would be gone
// for good.
const std::string dog =
    "conflict \"D\"\nparty T \"The tenants\"\n  option dog \"Send the dog away\"\nparty O\n"
    "  option sue \"Sue\"\nstatus quo none\nprefer T\n  not dog\nprefer O\n  not sue\n";

TEST(Ways, OfAnOutcomeThatFallsAreWhatMakesItHold) {
  const Varied one = varied(dog, "YN");
  EXPECT_EQ(standingOf(one.answer, 0), stability::Standing::holdsNot);
  const auto ways = one.ways(0);
  ASSERT_EQ(ways.size(), 2U);
  EXPECT_EQ(ways[0],
            "If the tenants gave up the wish to avoid “Send the dog away”, it would hold by itself.");
  EXPECT_EQ(ways[1], "If the tenants could not take back “Send the dog away”, it would hold by itself.");
  EXPECT_EQ(sureIn(one.answer, 0), one.answer.solved() - 2);
}

TEST(Ways, OfAnOutcomeThatHoldsAreWhatEndsThat) {
  // Without `not dog` sending it away is as good as not: nobody gains, so today holds all the same.
  const Varied one = varied(dog, "NN");
  EXPECT_EQ(standingOf(one.answer, 0), stability::Standing::byItself);
  EXPECT_TRUE(one.ways(0).empty());
  EXPECT_EQ(sureIn(one.answer, 0), one.answer.solved());
  // With a second wish behind it, giving up the first turns what they want.
  const Varied other = varied("conflict \"D\"\nparty T \"The tenants\"\n  option dog \"Send the dog away\"\n"
                              "status quo none\nprefer T\n  not dog\n  dog\n",
                              "N");
  const auto ways = other.ways(0);
  ASSERT_EQ(ways.size(), 2U);
  EXPECT_EQ(ways[0], "If the tenants gave up the wish to avoid “Send the dog away”, it would not hold.");
  EXPECT_EQ(ways[1],
            "If the tenants put the wish for “Send the dog away” above the wish to avoid “Send the dog "
            "away”, it would not hold.");
}

TEST(Ways, OfARankingPutOneOutcomeBeforeAnother) {
  const Varied one =
      varied("conflict \"R\"\nparty A\n  option a\nstate off \"Off\" = none\nstate on \"On\" = a\n"
             "rank A\n  on > off\n",
             "N");
  const auto ways = one.ways(0);
  ASSERT_FALSE(ways.empty());
  EXPECT_EQ(ways[0], "If A put “Off” before “On”, it would hold by itself.");
}

} // namespace
} // namespace stasis::report
