#include "evidence/grammar/sentence_tree.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace stasis::evidence::grammar {
namespace {

/// "Ann and Bob did not say they left": say is the root.
SentenceTree example() {
  static constexpr std::string_view text = "Ann and Bob did not say they left";
  using enum Relation;
  return {text,
          {{{0, 3}, Upos::propn, Xpos::nnp, nsubj, 5},
           {{4, 7}, Upos::cconj, Xpos::cc, cc, 2},
           {{8, 11}, Upos::propn, Xpos::nnp, conj, 0},
           {{12, 15}, Upos::aux, Xpos::vbd, aux, 5},
           {{16, 19}, Upos::part, Xpos::rb, advmod, 5},
           {{20, 23}, Upos::verb, Xpos::vb, root, noWord},
           {{24, 28}, Upos::pron, Xpos::prp, nsubj, 7},
           {{29, 33}, Upos::verb, Xpos::vbd, ccomp, 5}}};
}

TEST(SentenceTree, IsWalked) {
  const SentenceTree tree = example();
  EXPECT_EQ(tree.root(), 5U);
  EXPECT_EQ(std::vector(tree.children(5).begin(), tree.children(5).end()),
            (std::vector<WordIndex>{0, 3, 4, 7}));
  EXPECT_EQ(tree.child(5, Relation::ccomp), 7U);
  EXPECT_EQ(tree.child(5, Relation::obj), noWord);
  EXPECT_EQ(tree.range(7), (model::Range{24, 33}));
  EXPECT_EQ(tree.range(0), (model::Range{0, 11}));
  EXPECT_TRUE(tree.under(1, 0));
  EXPECT_FALSE(tree.under(0, 7));
}

TEST(SentenceTree, KnowsClauses) {
  const SentenceTree tree = example();
  EXPECT_FALSE(tree.isFiniteForm(5));
  EXPECT_TRUE(tree.isFiniteClause(5));
  EXPECT_TRUE(tree.isNegated(5));
  EXPECT_FALSE(tree.isNegated(7));
  EXPECT_EQ(tree.conjuncts(0), (std::vector<WordIndex>{0, 2}));
  EXPECT_EQ(tree.subject(5), 0U);
}

TEST(SentenceTree, ComparesWordsCaseAndApostrophesAside) {
  const std::string_view text = "N\u2019T";
  const SentenceTree tree(text, {{{0, text.size()}}});
  EXPECT_TRUE(tree.is(0, "n't"));
  EXPECT_FALSE(tree.is(0, "n'"));
  EXPECT_FALSE(tree.is(0, "n'tt"));
}

TEST(Relation, SubtypesHaveBases) {
  EXPECT_EQ(base(Relation::nsubjPass), Relation::nsubj);
  EXPECT_EQ(base(Relation::obj), Relation::obj);
  EXPECT_EQ(relationOf("flat:foreign"), Relation::flat);
  EXPECT_EQ(relationOf("obl:agent"), Relation::oblAgent);
  EXPECT_EQ(relationOf("nothing"), std::nullopt);
  for (const std::string_view name : relationNames)
    EXPECT_EQ(nameOf(*relationOf(name)), name);
}

TEST(WordClass, NamesGoOutAndComeBack) {
  for (const std::string_view name : uposNames)
    EXPECT_EQ(nameOf(*uposOf(name)), name);
  for (const std::string_view name : xposNames)
    EXPECT_EQ(nameOf(*xposOf(name)), name);
  EXPECT_EQ(uposOf("VB"), std::nullopt);
}

RC_GTEST_PROP(SentenceTree, AnyHeadsBecomeOneTree, (const std::vector<std::uint8_t>& heads)) {
  std::vector<TreeWord> words(heads.size());
  for (std::size_t w = 0; w < heads.size(); ++w) {
    const std::size_t head = heads[w] % (heads.size() + 2);
    words[w].head = head > heads.size() ? noWord : static_cast<WordIndex>(head);
  }
  makeOneTree(words);
  std::size_t roots = 0;
  for (WordIndex w = 0; w < words.size(); ++w) {
    roots += words[w].head == noWord;
    std::size_t steps = 0;
    for (WordIndex up = w; words[up].head != noWord && steps <= words.size(); up = words[up].head)
      ++steps;
    RC_ASSERT(steps < words.size());
  }
  RC_ASSERT(roots == (words.empty() ? 0U : 1U));
}

} // namespace
} // namespace stasis::evidence::grammar
