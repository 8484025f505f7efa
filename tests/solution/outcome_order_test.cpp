// The rows of a first page, by hand.
#include "language/parse.h"
#include "oracle/oracle_engine.h"
#include "report/solution/outcome_order.h"
#include "report/telling/standing_words.h"

#include <gtest/gtest.h>

namespace stasis::report {
namespace {

OutcomeOrder orderOf(const std::string& text, std::size_t known = 5) {
  auto parsed = language::parse(language::SourceText("test", text));
  EXPECT_TRUE(parsed.conflict);
  oracle::OracleEngine engine(*parsed.conflict);
  auto solution = stability::solve(engine, stability::everyConcept());
  for (std::size_t c = known; c < solution.concepts.size(); ++c)
    solution.concepts[c].equilibria.reset();
  return outcomeOrder(engine, solution);
}

// Each party likes its own option and does not mind the other's: only YY holds, by itself; from every other
// state somebody goes on.
const std::string both = "conflict \"B\"\nparty A\n  option a\nparty B\n  option b\nstatus quo none\n"
                         "state first = a\nstate last \"Both\" = a, b\nprefer A\n  a\nprefer B\n  b\n";

TEST(OutcomeOrder, PutsTodayFirstThenWhatHoldsMostFirmly) {
  const OutcomeOrder order = orderOf(both);
  ASSERT_TRUE(order.today);
  EXPECT_EQ(order.today->letters(), "NN");
  ASSERT_EQ(order.named.size(), 2U);
  EXPECT_EQ(order.named[0].letters(), "YY");
  EXPECT_EQ(order.named[1].letters(), "YN");
  EXPECT_EQ(order.unnamedCount, 1);
  EXPECT_EQ(order.unnamedHolding, 0);
  EXPECT_TRUE(order.unnamed.empty());
  ASSERT_TRUE(order.asked);
  EXPECT_EQ(order.asked->letters(), "YN"); // the first that has a name and does not hold by itself
}

TEST(OutcomeOrder, AsksAboutWhatTheModelExpectsSomethingOf) {
  const OutcomeOrder order = orderOf(both + "state other = b\nexpect other is not equilibrium under nash\n");
  ASSERT_TRUE(order.asked);
  EXPECT_EQ(order.asked->letters(), "NY");
}

TEST(OutcomeOrder, ShowsOthersBesideFewNamedOnes) {
  const OutcomeOrder order =
      orderOf("conflict \"B\"\nparty A\n  option a\nparty B\n  option b\nstatus quo none\n"
              "prefer A\n  a\nprefer B\n  b\n");
  EXPECT_TRUE(order.named.empty());
  ASSERT_EQ(order.unnamed.size(), 1U);
  EXPECT_EQ(order.unnamed[0].letters(), "YY");
  EXPECT_EQ(order.unnamedShown(), 1U);
}

TEST(OutcomeOrder, OfAnUnfinishedAnswerKeepsTheOrderOfTheText) {
  const OutcomeOrder order = orderOf(both, 0);
  ASSERT_EQ(order.named.size(), 2U);
  EXPECT_EQ(order.named[0].letters(), "YN");
  EXPECT_EQ(order.unnamedHolding, 0);
}

TEST(StandingWords, HaveAMarkAndAWordEach) {
  std::string marks;
  for (const StandingWords& one : standingTable()) {
    EXPECT_EQ(marks.find(one.mark), std::string::npos) << one.word;
    marks += one.mark;
    EXPECT_EQ(wordsOf(one.standing).key, one.key);
  }
  EXPECT_EQ(wordsOf(stability::Standing::unknown).key, "unknown");
}

} // namespace
} // namespace stasis::report
