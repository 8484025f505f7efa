#include "evidence/reading/join_ledgers.h"
#include "evidence/reading/read_report.h"

#include <gtest/gtest.h>

namespace stasis::evidence {
namespace {

Ledger spoken(const std::string& source, std::optional<std::string> date, std::vector<std::string> speakers) {
  Ledger ledger{source, std::move(date), {}};
  for (std::string& speaker : speakers) {
    LedgerEntry entry;
    entry.id = ledger.entries.size() + 1;
    entry.source = source;
    entry.speaker = std::move(speaker);
    ledger.entries.push_back(std::move(entry));
  }
  return ledger;
}

std::vector<std::string> speakersOf(const std::vector<LedgerEntry>& entries) {
  std::vector<std::string> names;
  for (const LedgerEntry& entry : entries)
    names.push_back(*entry.speaker);
  return names;
}

using Names = std::vector<std::string>;

TEST(JoinLedgers, APersonBearsTheFullestName) {
  const auto all =
      joinLedgers({spoken("a", {}, {"Peskov"}), spoken("b", {}, {"Dmitry Peskov", "Donald Trump"}),
                   spoken("c", {}, {"Donald J. Trump"})});
  EXPECT_EQ(speakersOf(all), (Names{"Dmitry Peskov", "Dmitry Peskov", "Donald J. Trump", "Donald J. Trump"}));
}

TEST(JoinLedgers, ANameThatTwoBearIsLeftAlone) {
  const auto all =
      joinLedgers({spoken("a", {}, {"Clinton"}), spoken("b", {}, {"Hillary Clinton", "Bill Clinton"})});
  EXPECT_EQ(speakersOf(all), (Names{"Clinton", "Hillary Clinton", "Bill Clinton"}));
}

TEST(JoinLedgers, DescriptionsAreNoNames) {
  const auto all = joinLedgers({spoken("a", {}, {"the union"}), spoken("b", {}, {"a member of the union"})});
  EXPECT_EQ(speakersOf(all), (Names{"the union", "a member of the union"}));
}

TEST(JoinLedgers, DatedReportsComeFirstInTheirOrder) {
  const auto all = joinLedgers({spoken("later", "2025-05-01", {"A"}), spoken("undated", {}, {"B"}),
                                spoken("earlier", "2025-04-30", {"C"})});
  EXPECT_EQ(speakersOf(all), (Names{"C", "A", "B"}));
}

TEST(DateOf, IsReadInItsUsualForms) {
  const auto date = [](const std::string& head) {
    return readReport(head + "\n\nNobody spoke at all.\n", "x").date;
  };
  EXPECT_EQ(date("Wednesday, June 25, 2025"), "2025-06-25");
  EXPECT_EQ(date("Published: 4 May 2031"), "2031-05-04");
  EXPECT_EQ(date("date 2023-03-07"), "2023-03-07");
  EXPECT_EQ(date("Talks go on"), std::nullopt);
}

} // namespace
} // namespace stasis::evidence
