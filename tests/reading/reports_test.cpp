#include "reading/gold.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace stasis::evidence {
namespace {

std::string saidOf(const LedgerEntry* entry) { return entry->speaker.value_or("nobody"); }

TEST(Reports, AreThere) { EXPECT_GE(goldReports().size(), 24U); }

TEST(Reports, EveryQuoteHasItsSpeaker) {
  for (const GoldReport& report : goldReports()) {
    const Ledger ledger = readReport(report.text, report.path.filename().string());
    ASSERT_FALSE(report.lines.empty()) << report.path;
    for (const GoldLine& gold : report.lines) {
      const LedgerEntry* entry = quoteBeginning(ledger, gold.begins);
      if (gold.speakers.front() == "none") {
        EXPECT_EQ(entry, nullptr) << report.path << ": " << gold.begins;
        continue;
      }
      ASSERT_NE(entry, nullptr) << report.path << ": " << gold.begins;
      const bool right = std::ranges::any_of(
          gold.speakers, [&](const std::string& name) { return bareName(name) == bareName(saidOf(entry)); });
      EXPECT_TRUE(right) << report.path << ": " << gold.begins << "\n  read " << saidOf(entry) << ", gold "
                         << gold.speakers.front();
    }
  }
}

TEST(Reports, NoQuoteOfFourWordsIsMadeUp) {
  for (const GoldReport& report : goldReports()) {
    const Ledger ledger = readReport(report.text, report.path.filename().string());
    for (const LedgerEntry& entry : ledger.entries) {
      if (!entry.quote || std::ranges::count(entry.quote->text, ' ') < 3)
        continue;
      const bool known = std::ranges::any_of(
          report.lines, [&](const GoldLine& gold) { return entry.quote->text.starts_with(gold.begins); });
      EXPECT_TRUE(known) << report.path << ": " << entry.quote->text;
    }
  }
}

TEST(Reports, IdsCountFromOne) {
  for (const GoldReport& report : goldReports()) {
    const Ledger ledger = readReport(report.text, "x");
    for (std::size_t i = 0; i < ledger.entries.size(); ++i)
      EXPECT_EQ(ledger.entries[i].id, i + 1);
  }
}

} // namespace
} // namespace stasis::evidence
