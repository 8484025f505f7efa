#include "evidence/grammar/tree_text.h"

#include <gtest/gtest.h>

namespace stasis::evidence::grammar {
namespace {

SentenceTree annSaidNo() {
  return {"Ann said: No.",
          {{{0, 3}, Upos::propn, Xpos::nnp, Relation::nsubj, 1},
           {{4, 8}, Upos::verb, Xpos::vbd, Relation::root, noWord},
           {{8, 9}, Upos::punct, Xpos::colon, Relation::punct, 1},
           {{10, 12}, Upos::intj, Xpos::uh, Relation::ccomp, 1},
           {{12, 13}, Upos::punct, Xpos::stop, Relation::punct, 3}}};
}

TEST(TreeText, IsALineAWord) {
  EXPECT_EQ(treeText(annSaidNo()), "1 Ann  PROPN NNP   nsubj 2 said\n"
                                   "2 said VERB  VBD   root\n"
                                   "3 :    PUNCT :     punct 2 said\n"
                                   "4 No   INTJ  UH    ccomp 2 said\n"
                                   "5 .    PUNCT .     punct 4 No\n");
  EXPECT_EQ(treeText({}), "");
}

TEST(TreeText, TellsTheWayToTheRoot) {
  EXPECT_EQ(pathText(annSaidNo(), 4), ". punct← No ccomp← said");
  EXPECT_EQ(pathText(annSaidNo(), 1), "said");
}

TEST(TreeText, HasNoControlCharacters) {
  EXPECT_EQ(treeText({"a\x01", {{{0, 2}}}}), "1 a? X     _     root\n");
}

} // namespace
} // namespace stasis::evidence::grammar
