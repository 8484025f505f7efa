#include "drafting/keep.h"
#include "evidence/reading/read_report.h"
#include "language/parse.h"

#include <gtest/gtest.h>

namespace stasis::drafting {
namespace {

const std::string edited = "# Mine, and it stays.\n"
                           "conflict \"The port\"\n"
                           "source monday \"monday.txt\"\n"
                           "party Norland\n"
                           "  option close  \"close the port\"   # shut it\n"
                           "    because monday \"close the port\"\n"
                           "party Suria\n"
                           "  option leave \"leave the strait\"\n"
                           "status quo none\n"
                           "prefer Norland\n"
                           "  not close\n"
                           "    because monday \"Norland\"\n";

Drafted kept(const std::string& model, const std::string& report) {
  const auto parsed = language::parse(language::SourceText("model", model));
  EXPECT_TRUE(parsed.conflict);
  const auto ledger = evidence::readReport(report, "tuesday.txt");
  return keep(model, *parsed.conflict, {{"tuesday.txt", report, ledger}});
}

/// Every line of the one stands in the other, in order.
void expectAllThere(const std::string& before, const std::string& after) {
  std::size_t at = 0;
  std::size_t from = 0;
  while (from < before.size()) {
    const std::size_t next = before.find('\n', from);
    const std::string line = before.substr(from, next - from + 1);
    const std::size_t found = after.find(line, at);
    ASSERT_NE(found, std::string::npos) << line << "---\n" << after;
    at = found + line.size();
    from = next + 1;
  }
}

TEST(Keep, AddsWhatIsNewAndLeavesWhatIsThere) {
  const auto added =
      kept(edited, "Norland said: “We will open the border.” Suria said: “We will sign the treaty.”");
  expectAllThere(edited, added.text);
  const auto parsed = language::parse(language::SourceText("model", added.text));
  ASSERT_TRUE(parsed.conflict) << added.text;
  EXPECT_EQ(parsed.conflict->parties.size(), 2U);
  EXPECT_EQ(added.options, 2U) << added.text;
  EXPECT_EQ(added.wishes, 2U) << added.text;
  EXPECT_NE(added.text.find("option open_border"), std::string::npos) << added.text;
}

TEST(Keep, AnOptionInOtherWordsIsTheOneThatIsThere) {
  const auto added = kept(edited, "Norland said: “We will shut the port.”");
  EXPECT_EQ(added.options, 0U) << added.text;
  EXPECT_NE(added.text.find("\n  close\n"), std::string::npos) << added.text;
}

TEST(Keep, TwiceIsOnce) {
  const std::string report = "Norland said: “We will open the border.”";
  const auto once = kept(edited, report);
  const auto twice = kept(once.text, report);
  EXPECT_EQ(twice.options, 0U) << twice.text;
  EXPECT_EQ(twice.wishes, 0U) << twice.text;
}

TEST(Keep, WhatTheModelHasNoPlaceForIsAComment) {
  const std::string listed = "conflict \"Listed\"\nparty Norland\n  option close \"close the port\"\n"
                             "states\n  one N\n  two Y\nrank Norland\n  one > two\n";
  const auto added = kept(listed, "Norland said: “We will open the border.”");
  EXPECT_TRUE(added.text.starts_with(listed)) << added.text;
  EXPECT_TRUE(language::parse(language::SourceText("model", added.text)).conflict) << added.text;
}

} // namespace
} // namespace stasis::drafting
