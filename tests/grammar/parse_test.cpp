#include "grammar/parse_property.h"
#include "support/root.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <array>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <iterator>
#include <string_view>
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

/// The verb of the clause after the marker, with its subject; `noWord` where the tree has none.
WordIndex verbAfter(const SentenceTree& tree, std::string_view marker) {
  for (WordIndex w = 0; w < tree.size(); ++w)
    if (tree.is(w, marker))
      for (WordIndex v = w + 1; v < tree.size() && tree[v].upos != Upos::punct; ++v)
        if (tree[v].upos == Upos::verb && tree.isFiniteForm(v) && tree.child(v, Relation::nsubj) != noWord)
          return v;
  return noWord;
}

TEST(Parse, ClausesOfConditionsHaveVerbs) {
  for (const auto& [text, marker, verb] : std::initializer_list<std::array<std::string_view, 3>>{
           {"They go if Suria withdraws.", "if", "withdraws"},
           {"They go if Suria withdrew.", "if", "withdrew"},
           {"They stay unless a judge orders it.", "unless", "orders"},
           {"They go if they cut pay.", "if", "cut"},
           {"They go if the council signs the sale.", "if", "signs"}}) {
    const SentenceTree tree = parse(text, model::Range{0, text.size()});
    const WordIndex found = verbAfter(tree, marker);
    ASSERT_NE(found, noWord) << text;
    EXPECT_EQ(tree.text(found), verb) << text;
  }
  for (const std::string_view text :
       {"Few, if any, came.", "They will go if possible.", "They go if at all by sea."})
    EXPECT_EQ(verbAfter(parse(text, model::Range{0, text.size()}), "if"), noWord) << text;
}

TEST(Parse, OnlyModalsAreModals) {
  const std::string text = "Should Morrow fail to do so, members would suspend calls.";
  const SentenceTree tree = parse(text, model::Range{0, text.size()});
  for (WordIndex w = 0; w < tree.size(); ++w)
    EXPECT_TRUE(tree[w].xpos != Xpos::md || tree.is(w, "should") || tree.is(w, "would")) << tree.text(w);
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
