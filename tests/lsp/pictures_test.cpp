// Expectations of pictures while a text is written: their verdicts beside their lines, and the parties in
// them as occurrences of the party.

#include "lsp/findings.h"
#include "lsp/reading.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace stasis::lsp {
namespace {

const std::string text =
    "conflict \"t\"\nparty P\n  option a\nparty Q\n  option b\nstate calm = none\nstate mad = b\n"
    "prefer P\n  not b\n  a\nprefer Q\n  b if not a\n  not b if a\n"
    "expect in view P of Q nash = calm\n"
    "expect nash = YN\n"
    "expect in view P nash = calm\n"
    "expect in hypergame mad is stable for P under nash\n"
    "view P\n  unaware Q.b\n  prefer P\n    not a\n"
    "view P of Q\n  never a\n";

TEST(Pictures, VerdictsStandAtTheirLines) {
  const Reading reading("m", text, 1, Encoding::utf8);
  const Inspection found = inspect(reading, std::nullopt, {});
  ASSERT_TRUE(found.engine);
  const Judgement judgement = judge(reading, *found.engine, {});
  std::vector<std::pair<std::string, bool>> told;
  for (const Expected& one : judgement.expected)
    told.emplace_back(text.substr(one.range.begin, one.range.end - one.range.begin), one.met);
  const std::vector<std::pair<std::string, bool>> expected{
      {"expect nash = YN", true},
      {"expect in view P of Q nash = calm", true},
      {"expect in view P nash = calm", true},
      {"expect in hypergame mad is stable for P under nash", false}};
  EXPECT_EQ(told, expected);
}

TEST(Pictures, APartyIsCalledInAnExpectation) {
  const Reading reading("m", text, 1, Encoding::utf8);
  const std::size_t viewer = text.find("in view P of") + 8;
  const auto* const here = reading.names().at(viewer);
  ASSERT_NE(here, nullptr);
  EXPECT_EQ(here->thing, Thing::party);
  EXPECT_EQ(reading.words(here->range), "P");
  const auto* const seen = reading.names().at(viewer + 5);
  ASSERT_NE(seen, nullptr);
  EXPECT_EQ(reading.words(seen->range), "Q");
}

} // namespace
} // namespace stasis::lsp
