#include "grammar/parse_property.h"
#include "support/root.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <thread>

namespace stasis::evidence::grammar {
namespace {

SentenceTree treeOf(std::string_view text) { return parse(text, {0, text.size()}); }

TEST(Parse, OfNothingIsNothing) {
  EXPECT_TRUE(treeOf("").empty());
  EXPECT_EQ(treeOf(" \n").root(), noWord);
}

TEST(Parse, LeavesOutWhatTheCallerLeavesOut) {
  const std::string_view text = "Ann XXX left.";
  const std::vector<model::Range> words{{0, 3}, {8, 12}, {12, 13}};
  const SentenceTree tree = parse(text, words);
  EXPECT_EQ(tree.size(), 3U);
  EXPECT_EQ(tree.text(tree.root()), "left");
  EXPECT_EQ(tree.text(tree.subject(tree.root())), "Ann");
}

TEST(Parse, LongSentencesAreOneTreeInLinearTime) {
  for (const std::string piece : {"he said that she said ", "a, ", "(", "not ", "if "}) {
    std::string text;
    while (text.size() < 20000)
      text += piece;
    const std::clock_t before = std::clock();
    const SentenceTree tree = treeOf(text);
    EXPECT_EQ(parseProblem(text, tree), "") << piece;
    EXPECT_LT(static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC, 10.0) << piece;
  }
}

// The cache of one parser is warm with other sentences, that of the other is not.
TEST(Parse, SaysTheSameInEveryThread) {
  const std::string text =
      "The minister did not say whether Iran would leave the talks if sanctions returned.";
  for (const std::string other : {"Why?", "Dogs bark and cats do not.", "NO DEAL, SAYS MAYOR"})
    treeOf(other);
  const std::string here = treeText(treeOf(text));
  std::string there;
  std::thread([&] { there = treeText(treeOf(text)); }).join();
  EXPECT_EQ(here, there);
}

// Seeds of the fuzz target and what it has found.
TEST(Parse, CorpusIsReplayed) {
  std::size_t files = 0;
  for (const auto& file :
       std::filesystem::directory_iterator(support::root() + "/tests/fuzz/corpus/grammar")) {
    std::ifstream in(file.path(), std::ios::binary);
    EXPECT_EQ(parseProblem({std::istreambuf_iterator<char>(in), {}}), "") << file.path();
    ++files;
  }
  EXPECT_GE(files, 3U);
}

RC_GTEST_PROP(Parse, AnyBytesAreATree, (const std::string& bytes)) { RC_ASSERT(parseProblem(bytes) == ""); }

RC_GTEST_PROP(Parse, AnyOrderOfWordsIsATree, ()) {
  static const std::vector<std::string> pieces = {
      "said ",       "that ", "if ",  "not ", "n't ",  "had ", "Ann ",      "\"",    "\u201C",
      ", ",          ". ",    "who ", "and ", "the ",  "by ",  "of ",       "were ", "to ",
      "threatened ", "(",     ")",    "-",    "U.S. ", "\xC3", "workers' ", "?! "};
  std::string text;
  for (const std::size_t p :
       *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, pieces.size())))
    text += pieces[p];
  RC_ASSERT(parseProblem(text) == "");
}

} // namespace
} // namespace stasis::evidence::grammar
