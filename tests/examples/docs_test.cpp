// Every example of docs/language.md is a whole file that does what the page says: it parses without
// diagnostics, or with exactly those shown below it; `fmt` leaves it as it is; and it has the equilibria that
// it expects.

#include "analysis/views/expectations_in_views.h"
#include "expectations_hold.h"
#include "language/parse.h"
#include "language/words/format.h"
#include "report/telling/diagnostics.h"
#include "support/root.h"

#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <vector>

namespace stasis::language {
namespace {

struct Block {
  std::string tag;
  std::string text;
  std::size_t line = 0;
};

std::vector<Block> blocksOf(const std::string& path) {
  std::ifstream file(path);
  EXPECT_TRUE(file) << path;
  std::vector<Block> blocks;
  bool inside = false;
  std::size_t number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    if (line.starts_with("```")) {
      if (!inside)
        blocks.push_back({line.substr(3), "", number});
      inside = !inside;
    } else if (inside) {
      blocks.back().text += line + '\n';
    }
  }
  EXPECT_FALSE(inside);
  return blocks;
}

void expectSound(const Block& block, const std::string& diagnostics) {
  SCOPED_TRACE("the example at line " + std::to_string(block.line));
  const SourceText source("example.conflict", block.text);
  const Parsed parsed = parse(source);
  EXPECT_EQ(report::diagnosticsConcise(parsed.diagnostics, source), diagnostics);
  EXPECT_EQ(format(source).text, block.text);
  if (!parsed.conflict)
    return;
  EXPECT_FALSE(hasErrors(problemsOfStates(*parsed.conflict)));
  expectationsHold(*parsed.conflict);
  const auto opened = analysis::openEngine(*parsed.conflict, {}, stability::Errand());
  analysis::Hypergame game(*opened.engine, parsed.views, {}, stability::Errand(), false);
  for (const auto& verdict : analysis::checkExpectations(game))
    EXPECT_TRUE(verdict.met) << "but " << verdict.found;
}

TEST(Docs, EveryExampleOfTheLanguageWorks) {
  const auto blocks = blocksOf(support::root() + "/docs/language.md");
  std::size_t examples = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (blocks[i].tag != "conflict")
      continue;
    ++examples;
    const bool told = i + 1 < blocks.size() && blocks[i + 1].tag == "text";
    expectSound(blocks[i], told ? blocks[i + 1].text : "");
  }
  EXPECT_GE(examples, 8U);
}

} // namespace
} // namespace stasis::language
