#include "evidence/citations.h"
#include "evidence/kept_ledger.h"
#include "language/parse.h"

#include <gtest/gtest.h>

namespace stasis::evidence {
namespace {

LedgerEntry said(std::size_t id, std::string words, std::size_t at) {
  LedgerEntry entry;
  entry.id = id;
  entry.speaker = "Mina Orr";
  entry.quote = Passage{words, {at, at + words.size()}};
  return entry;
}

std::vector<std::size_t> ids(const std::vector<LedgerEntry>& entries) {
  std::vector<std::size_t> all;
  for (const LedgerEntry& entry : entries)
    all.push_back(entry.id);
  return all;
}

TEST(KeptLedger, StandsBesideItsReport) {
  EXPECT_EQ(ledgerPath("case/report.txt"), "case/report.ledger.json");
  EXPECT_EQ(ledgerPath("a.b/report"), "a.b/report.ledger.json");
  EXPECT_EQ(correctionsPath("report.html"), "report.corrections.json");
}

TEST(KeptLedger, StatementsKeepTheirNumbersWhereverTheirWordsNowStand) {
  const std::vector<LedgerEntry> kept{said(1, "we will sign", 10), said(2, "we will sail", 50),
                                      said(5, "we will sign", 90)};
  std::vector<LedgerEntry> now{said(1, "we will stay", 5), said(2, "we  will sail", 30),
                               said(3, "we will sign", 90), said(4, "we will sign", 120),
                               said(5, "we will sign", 150)};
  keepNumbers(now, kept, {});
  EXPECT_EQ(ids(now), (std::vector<std::size_t>{6, 2, 5, 1, 7}));
}

TEST(Corrections, HoldAsLongAsTheirWordsAreThere) {
  std::vector<Correction> corrections;
  add(corrections, said(1, "we will sign", 10), {Correction::Verdict::accepted});
  add(corrections, said(2, "boilerplate", 40), {Correction::Verdict::rejected});
  add(corrections, said(3, "we will sail", 60), {Correction::Verdict::none, "Tam Veld"});
  add(corrections, said(4, "we will wait", 80), {Correction::Verdict::accepted});
  add(corrections, said(1, "we will sign", 10), {Correction::Verdict::none, "Lia Sorn"});
  ASSERT_EQ(corrections.size(), 4U); // the last is of the first statement again
  std::vector<LedgerEntry> edited{said(1, "boilerplate", 0), said(2, "we will sail", 20),
                                  said(3, "we will sign", 70)};
  const Corrected result = correct(edited, corrections);
  EXPECT_EQ(result.applied, 3U);
  ASSERT_EQ(result.lost.size(), 1U);
  EXPECT_EQ(result.lost[0].words, "we will wait");
  ASSERT_EQ(ids(edited), (std::vector<std::size_t>{2, 3}));
  EXPECT_EQ(edited[0].speaker, "Tam Veld");
  EXPECT_EQ(edited[0].how, "analyst");
  EXPECT_EQ(edited[1].speaker, "Lia Sorn");
  EXPECT_EQ(edited[1].review, "accepted");
  EXPECT_EQ(edited[1].confidence, Confidence::high);
  EXPECT_EQ(corrections[0].span.begin, 70U); // found again there next time
}

TEST(Corrections, WhatIsRejectedKeepsItsNumberAndIsAcceptedAgainByIt) {
  std::vector<Correction> corrections;
  const auto read = [] { return std::vector{said(1, "we will sign", 10), said(2, "we will sail", 40)}; };
  auto first = read();
  add(corrections, first[0], {Correction::Verdict::rejected});
  correct(first, corrections);
  ASSERT_EQ(ids(first), std::vector<std::size_t>{2});

  auto second = read(); // the kept ledger has statement 2 alone
  second.push_back(said(3, "we will stay", 70));
  keepNumbers(second, first, corrections);
  EXPECT_EQ(ids(second), (std::vector<std::size_t>{1, 2, 3}));
  add(corrections, second[0], {Correction::Verdict::accepted});
  correct(second, corrections);
  EXPECT_EQ(ids(second), (std::vector<std::size_t>{1, 2, 3}));
  EXPECT_EQ(second[0].review, "accepted");
}

TEST(Corrections, CanTakeASpeakerAway) {
  std::vector<Correction> corrections;
  add(corrections, said(1, "we will sign", 10), {Correction::Verdict::none, ""});
  std::vector<LedgerEntry> entries{said(1, "we will sign", 10)};
  correct(entries, corrections);
  EXPECT_FALSE(entries[0].speaker);
}

class StatementCited : public testing::Test {
protected:
  CheckedCitations check(const std::string& because, const std::string& report) {
    const auto parsed = language::parse(language::SourceText(
        "model", "source report \"report.txt\"\nparty A\n  option a\n    because " + because + "\n"));
    EXPECT_TRUE(parsed.conflict);
    return checkCitations(
        *parsed.conflict, "case", [&](const std::string&) { return SourceContent{report, {}}; },
        [&](const std::string& path) {
          EXPECT_EQ(path, "case/report.ledger.json");
          return ledger_;
        });
  }
  static std::string codeOf(const CheckedCitations& checked) {
    return checked.diagnostics.empty() ? "" : std::string(checked.diagnostics.front().code);
  }
  KeptLedger ledger_{{said(4, "we will sign", 0), said(7, "we will sail", 20)}, ""};
};

TEST_F(StatementCited, StandsForTheWordsTheLedgerHas) {
  const auto checked = check("report#4", "Orr: we will\nsign. And: we will sail.");
  EXPECT_EQ(codeOf(checked), "");
  ASSERT_EQ(checked.found.size(), 1U);
  EXPECT_EQ(checked.found[0].passage.begin, 5U);
  ASSERT_EQ(checked.unused.size(), 1U);
  EXPECT_EQ(checked.unused[0].entry.id, 7U);
}

TEST_F(StatementCited, FailsWhenThePassageHasChanged) {
  EXPECT_EQ(codeOf(check("report#4", "Orr: we will not sign.")), "S0509");
}

TEST_F(StatementCited, FailsWhereTheLedgerHasNoSuchStatement) {
  EXPECT_EQ(codeOf(check("report#5", "we will sign")), "S0508");
}

TEST_F(StatementCited, FailsWithoutALedger) {
  ledger_ = {{}, "does not exist"};
  EXPECT_EQ(codeOf(check("report#4", "we will sign")), "S0508");
}

} // namespace
} // namespace stasis::evidence
