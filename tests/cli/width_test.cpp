// Every verb on a terminal's width: no line of a text answer is wider than COLUMNS says.

#include "session.h"
#include "support/root.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace stasis::test {
namespace {

/// Columns a terminal gives a line: code points, wide East Asian ones counted twice.
std::size_t columns(const std::string& line) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const auto byte = static_cast<unsigned char>(line[i]);
    if ((byte & 0xC0U) == 0x80U)
      continue;
    count += byte >= 0xE3 && byte <= 0xED ? 2 : 1;
  }
  return count;
}

const std::string flagship = "conflicts/foreign-troops/foreign-troops.conflict";

const std::vector<std::string>& commands() {
  static const std::vector<std::string> all{
      "stasis solve " + flagship,
      "stasis solve " + flagship + " --where settlement --legend",
      "stasis solve conflicts/elmira/nine-states.conflict",
      "stasis solve conflicts/elmira/nine-states.conflict --legend",
      "stasis solve docs/well.conflict",
      "stasis brief " + flagship,
      "stasis brief conflicts/elmira/nine-states.conflict --concepts",
      "stasis states " + flagship,
      "stasis states conflicts/foreign-troops/full.conflict",
      "stasis explain " + flagship + " --state status-quo",
      "stasis paths " + flagship,
      "stasis paths conflicts/elmira/nine-states.conflict",
      "stasis coalitions " + flagship,
      "stasis coalitions conflicts/elmira/nine-states.conflict",
      "stasis robust conflicts/elmira/twelve-states.conflict",
      "stasis robust docs/well.conflict --subsets",
      "stasis invert conflicts/syria-iraq/syria-iraq.conflict --state 1",
      "stasis test conflicts/elmira",
      "stasis check conflicts/elmira",
      "stasis check --coverage " + flagship,
      "stasis read docs/harbour.txt",
      "stasis read docs/harbour.txt --explain 1",
      "stasis help",
      "stasis help codes",
      "stasis help S0312",
      "stasis help sseq",
      "stasis check tests/cli/data/broken.conflict",
      "stasis check tests/cli/data/contradiction.conflict",
  };
  return all;
}

class Width : public testing::TestWithParam<std::size_t> {};

TEST_P(Width, NoLineIsWiderThanThePage) {
  const std::size_t page = GetParam();
  for (const std::string& command : commands()) {
    const Ran ran = run("export COLUMNS=" + std::to_string(page) + "; " + command, support::root());
    EXPECT_FALSE(ran.lines.empty()) << command;
    EXPECT_NE(ran.status, 2) << command;
    for (const std::string& line : ran.lines)
      EXPECT_LE(columns(line), page) << command << "\n" << line;
  }
}

INSTANTIATE_TEST_SUITE_P(Pages, Width, testing::Values(80, 120));

TEST(Width, AListIsCutToAScreenOrTwo) {
  EXPECT_LT(run("stasis states " + flagship, support::root()).lines.size(), 140U);
  EXPECT_LT(run("stasis coalitions " + flagship, support::root()).lines.size(), 200U);
}

} // namespace
} // namespace stasis::test
