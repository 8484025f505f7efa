#include "evidence/grammar/train/damage.h"
#include "evidence/grammar/train/treebank.h"

#include <gtest/gtest.h>

#include <set>

namespace stasis::evidence::grammar::train {
namespace {

constexpr std::string_view sample = "# text = Don't go.\n"
                                    "1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_\n"
                                    "1\tDo\t_\tAUX\tVB\t_\t3\taux\t_\t_\n"
                                    "2\tn't\t_\tPART\tRB\t_\t3\tadvmod\t_\t_\n"
                                    "3\tgo\t_\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No\n"
                                    "3.1\tgo\t_\tVERB\tVB\t_\t_\t_\t_\t_\n"
                                    "4\t.\t_\tPUNCT\t.\t_\t3\tpunct\t_\t_\n"
                                    "\n";

TEST(Treebank, IsReadWithItsSpaces) {
  const Treebank bank = readTreebank(sample);
  ASSERT_EQ(bank.problem, "");
  ASSERT_EQ(bank.sentences.size(), 1U);
  const TreebankSentence& s = bank.sentences.front();
  EXPECT_EQ(s.text, "Don't go. ");
  EXPECT_EQ(s.ranges(), (std::vector<model::Range>{{0, 2}, {2, 5}, {6, 8}, {8, 9}}));
  EXPECT_EQ(s.words[1].relation, Relation::advmod);
  EXPECT_EQ(s.words[2].head, noWord);
}

TEST(Treebank, TellsTheLineThatIsNone) {
  EXPECT_EQ(readTreebank("1\tgo\n").problem, "line 1 is no line of CoNLL-U");
  EXPECT_EQ(readTreebank("\n1\ta\t_\tNOUNS\tNN\t_\t0\troot\t_\t_\n").problem, "line 2 is no line of CoNLL-U");
  EXPECT_NE(readTreebank("1\ta\t_\tNOUN\tNN\t_\t7\tdet\t_\t_\n\n").problem, "");
}

TEST(Treebank, IsWrittenAsItIsRead) {
  const Treebank bank = readTreebank(sample);
  const TreebankSentence& s = bank.sentences.front();
  const Treebank again = readTreebank(writeSentence({s.text, s.words}, "one"));
  ASSERT_EQ(again.problem, "");
  EXPECT_EQ(again.sentences.front().text, s.text);
  EXPECT_EQ(again.sentences.front().ranges(), s.ranges());
}

TEST(Damage, IsOneOfFour) {
  const TreebankSentence s = readTreebank(sample).sentences.front();
  Dice dice(7);
  std::set<std::string> texts;
  std::set<std::size_t> sizes;
  for (int i = 0; i < 100; ++i) {
    const TreebankSentence damaged = perhapsDamaged(s, 1, dice);
    texts.insert(damaged.text);
    sizes.insert(damaged.words.size());
  }
  EXPECT_EQ(texts, (std::set<std::string>{"DON'T GO. ", "Don't Go. ", "Don't go. ", "don't go. "}));
  EXPECT_EQ(sizes, (std::set<std::size_t>{3, 4}));
  EXPECT_EQ(perhapsDamaged(s, 0, dice).text, s.text);
}

} // namespace
} // namespace stasis::evidence::grammar::train
