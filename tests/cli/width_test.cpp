// Every verb at a terminal's width: no line of a text answer is wider than COLUMNS.

#include "session.h"
#include "support/root.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace stasis::test {
namespace {

/// The columns that a line takes on a terminal: code points, with wide East Asian ones counted twice.
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
      "stasis explain conflicts/foreign-troops/full.conflict --party Guarantors",
      "stasis moves " + flagship,
      "stasis moves conflicts/elmira/nine-states.conflict --verdicts",
      "stasis diff docs/well.conflict conflicts/syria-iraq/syria-iraq.conflict",
      "stasis diff " + flagship + " conflicts/foreign-troops/irrevocable-acceptance.conflict",
      "echo quit | stasis play docs/well.conflict",
      "stasis explain docs/well.conflict --format json > /tmp/width-$$.json; stasis verify "
      "docs/well.conflict "
      "/tmp/width-$$.json; rm -f /tmp/width-$$.json",
      "stasis ask conflicts/foreign-troops/what-is-open.conflict",
      "stasis ask conflicts/elmira/nine-states.conflict --orders --assumptions",
      "echo 1 | stasis elicit docs/well.conflict --party Upper",
      "stasis help language",
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

// Those left out write a file of another kind, or serve.
TEST(Width, EveryVerbThatAnswersIsAsked) {
  const std::set<std::string> others{"new",    "draft", "fmt", "import", "export",     "outline", "report",
                                     "studio", "lsp",   "mcp", "serve",  "completion", "man"};
  std::size_t verbs = 0;
  for (const std::string& line : run("stasis help", support::root()).lines) {
    if (line.starts_with("`stasis VERB"))
      break;
    if (!line.starts_with("  ") || line.starts_with("   "))
      continue;
    const std::string verb = line.substr(2, line.find(' ', 2) - 2);
    ++verbs;
    EXPECT_TRUE(others.contains(verb) || std::ranges::any_of(commands(),
                                                             [&](const std::string& command) {
                                                               return command.find("stasis " + verb) !=
                                                                      std::string::npos;
                                                             }))
        << verb;
  }
  EXPECT_GT(verbs, 20U);
}

INSTANTIATE_TEST_SUITE_P(Pages, Width, testing::Values(80, 120));

TEST(Width, AListIsCutToAScreenOrTwo) {
  EXPECT_LT(run("stasis states " + flagship, support::root()).lines.size(), 140U);
  EXPECT_LT(run("stasis coalitions " + flagship, support::root()).lines.size(), 200U);
}

} // namespace
} // namespace stasis::test
