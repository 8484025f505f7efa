#include "evidence/reading/read_report.h"
#include "evidence/text/statement_head.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace stasis::evidence {
namespace {

TEST(StatementHead, NamesWhoseTheTextIs) {
  EXPECT_EQ(saysWhose("Statement by the Governors of St Brannoc's School"),
            "the Governors of St Brannoc's School");
  EXPECT_EQ(saysWhose("Open letter from the Parents' Council to the Minister"), "the Parents' Council");
  EXPECT_EQ(saysWhose("STATEMENT FROM Ana Bell, chair of the trust"), "Ana Bell");
  EXPECT_EQ(saysWhose("Joint statement of Norland and Suria on the strait"), "Norland and Suria");
}

TEST(StatementHead, IsNoneWhereItTellsWhatHappened) {
  for (const char* line :
       {"Statement by minister angers union", "Statement", "Statement by", "Letter of intent signed",
        "Message from the deep", "A letter from the mayor was read out.", "Ana Bell: statement by Norland"})
    EXPECT_EQ(saysWhose(line), std::nullopt) << line;
}

TEST(StatementHead, GivesItsFirstPersonToThatBodyAndNothingElse) {
  const std::string text =
      "Statement by the Halm Trust\n\nWe will not close the school. We ask the county to think "
      "again.\n\nThe county said the grant was gone.\n";
  const Ledger ledger = readReport(text, "case");
  const auto saidBy = [&](const std::string& words) {
    const auto at = std::ranges::find_if(
        ledger.entries, [&](const LedgerEntry& e) { return e.said().text.find(words) != std::string::npos; });
    return at == ledger.entries.end() ? std::string("nobody") : at->speaker.value_or("open");
  };
  EXPECT_EQ(saidBy("We will not close"), "the Halm Trust");
  EXPECT_EQ(saidBy("We ask the county"), "the Halm Trust");
  EXPECT_EQ(saidBy("the grant was gone"), "the county");
  for (const LedgerEntry& entry : ledger.entries) {
    const Passage& said = entry.said();
    EXPECT_EQ(text.substr(said.range.begin, said.range.end - said.range.begin), said.text);
  }
}

TEST(StatementHead, OneStrayPronounMakesNoStatement) {
  const std::string text =
      "Statement by the Halm Trust\n\nThe trust met on Monday.\n\nThe county left early.\n\nIt rained "
      "on us all.\n\nThe mayor was there.\n\nThe hall was full.\n";
  EXPECT_TRUE(readReport(text, "case").entries.empty());
}

} // namespace
} // namespace stasis::evidence
