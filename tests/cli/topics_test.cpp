// `stasis help`: every topic in the list exists and has a definition, an example that runs, and a source;
// every concept of the table has a topic.

#include "session.h"
#include "support/root.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace stasis::test {
namespace {

std::vector<std::string> topics() {
  std::vector<std::string> names;
  for (const std::string& line : run("stasis help topics", support::root()).lines)
    if (line.starts_with("  "))
      names.push_back(line.substr(2, line.find(' ', 2) - 2));
  return names;
}

TEST(Topics, AreReachableAndWhole) {
  const auto names = topics();
  EXPECT_GT(names.size(), 12U);
  for (const std::string& name : names) {
    const Ran ran = run("stasis help " + name, support::root());
    EXPECT_EQ(ran.status, 0) << name;
    EXPECT_GT(ran.lines.size(), 8U) << name;
    const auto example = std::ranges::find_if(
        ran.lines, [](const std::string& line) { return line.starts_with("  stasis "); });
    ASSERT_NE(example, ran.lines.end()) << name;
    EXPECT_TRUE(ran.lines.back().starts_with("Source: ")) << name;
    const std::string folder = "d=$(mktemp -d) && cp -r conflicts docs $d && cd $d && ";
    EXPECT_EQ(run(folder + *example + " > /dev/null 2>&1", support::root()).status, 0) << *example;
  }
}

TEST(Topics, HaveTheConceptsAndWordsOneTypes) {
  for (const char* word :
       {"nash", "gmr", "smr", "seq", "sseq", "equilibrium", "stability", "language", "concepts", "families",
        "NASH", "equilibria", "sanctions", "threat", "metarational", "status quo", "irrevocable", "S02"})
    EXPECT_EQ(run(std::string("stasis help ") + word, support::root()).status, 0) << word;
  EXPECT_EQ(run("stasis help equilibrum", support::root()).status, 2);
  const Ran help = run("stasis help", support::root());
  for (const std::string& name : topics())
    EXPECT_TRUE(std::ranges::any_of(help.lines, [&](const std::string& line) {
      return line.starts_with("  " + name + " ");
    })) << name;
}

} // namespace
} // namespace stasis::test
