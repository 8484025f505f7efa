#include "exchange/ledger_json.h"

#include <gtest/gtest.h>

namespace stasis::exchange {
namespace {

evidence::LedgerEntry entry() {
  evidence::LedgerEntry one;
  one.id = 4;
  one.source = "report.txt";
  one.sentence = {10, 90};
  one.speaker = "Mina Orr";
  one.mention = evidence::Passage{"She", {10, 13}};
  one.how = "pronoun";
  one.principal = "Dockers' Union";
  one.kind = evidence::SpeechAct::threat;
  one.decidedBy = "walk out";
  one.quote = evidence::Passage{"If the depot closes, we walk out", {20, 52}};
  one.condition = evidence::Condition{"if", {"the depot closes", {23, 39}}};
  one.consequence = evidence::Passage{"we walk out", {41, 52}};
  one.confidence = evidence::Confidence::high;
  one.rule = "before-quote";
  return one;
}

TEST(LedgerJson, WhatIsWrittenIsReadBack) {
  auto told = entry();
  told.quote.reset();
  told.content = evidence::Passage{"the depot \"stays\" – open", {20, 44}};
  told.speaker.reset();
  told.condition.reset();
  const std::string text = writeLedger({entry(), told});
  const auto read = readLedger(text);
  EXPECT_EQ(read.problem, "");
  ASSERT_EQ(read.entries.size(), 2U);
  EXPECT_EQ(writeLedger(read.entries), text);
  EXPECT_EQ(read.entries[0].condition->clause.text, "the depot closes");
  EXPECT_FALSE(read.entries[1].speaker);
}

TEST(CorrectionsJson, WhatIsWrittenIsReadBack) {
  using evidence::Correction;
  const std::vector<Correction> corrections{
      {{1, 9}, "we \"will\"", Correction::Verdict::accepted, std::nullopt},
      {{20, 29}, "no", Correction::Verdict::none, "Mina Orr"},
      {{30, 39}, "form", Correction::Verdict::rejected, std::nullopt}};
  const std::string text = writeCorrections(corrections);
  const auto read = readCorrections(text);
  EXPECT_EQ(read.problem, "");
  EXPECT_EQ(writeCorrections(read.corrections), text);
  EXPECT_NE(
      readCorrections(
          R"({"schema":"stasis/corrections-1","corrections":[{"span":[1,2],"words":"x","verdict":"maybe"}]})")
          .problem,
      "");
  EXPECT_NE(readCorrections(R"({"schema":"stasis/ledger-1","statements":[]})").problem, "");
}

TEST(LedgerJson, WhatIsNoLedgerIsSaid) {
  EXPECT_NE(readLedger("{").problem, "");
  EXPECT_NE(readLedger("[]").problem, "");
  EXPECT_NE(readLedger(R"({"schema":"stasis/ledger-2","statements":[]})").problem, "");
  EXPECT_NE(readLedger(R"({"schema":"stasis/ledger-1","statements":7})").problem, "");
  EXPECT_NE(readLedger(R"({"schema":"stasis/ledger-1","statements":[{"id":1}]})").problem, "");
  std::string backwards = writeLedger({entry()});
  backwards.replace(backwards.find("\"span\": ["), 9, "\"span\": [9000000,");
  EXPECT_NE(readLedger(backwards).problem, "");
  std::string kind = writeLedger({entry()});
  kind.replace(kind.find("threat"), 6, "thread");
  EXPECT_NE(readLedger(kind).problem.find("thread"), std::string::npos);
}

} // namespace
} // namespace stasis::exchange
