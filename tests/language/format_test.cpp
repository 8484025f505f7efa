#include "language/words/format.h"
#include "support/processor_time.h"

#include <gtest/gtest.h>

#include <string>

namespace stasis::language {
namespace {

std::string formatted(std::string text) {
  const Formatted result = format(SourceText("test.conflict", std::move(text)));
  EXPECT_TRUE(result.text.has_value());
  return result.text.value_or("");
}

void expectLayout(const std::string& text, const std::string& layout) {
  EXPECT_EQ(formatted(text), layout);
  EXPECT_EQ(formatted(layout), layout) << "not idempotent";
}

TEST(Format, IndentsByBlock) {
  expectLayout("conflict \"A\"\n"
               "    party P\n"
               "option a\n"
               "because src \"words\"\n"
               "\tnever a\n"
               "because src \"words\"\n"
               "prefer P\n"
               "a\n"
               "      because src \"words\"\n"
               "at least one of a\n"
               "rank Q\n"
               "s1\n"
               "  expect 2 states\n",
               "conflict \"A\"\n"
               "party P\n"
               "  option a\n"
               "    because src \"words\"\n"
               "never a\n"
               "  because src \"words\"\n"
               "prefer P\n"
               "  a\n"
               "    because src \"words\"\n"
               "  at least one of a\n"
               "rank Q\n"
               "  s1\n"
               "expect 2 states\n");
}

TEST(Format, OneSpaceAroundOperatorsAndNoneInsideNames) {
  expectLayout("never   ( a and( b or not  c ))\n"
               "define d=a iff P . a\n"
               "at least 2 of G . x ,self . *, ( a )\n"
               "move P s1->s2 ,s3<->s4\n"
               "prefer P\n"
               "a|b|  c\n"
               "rank P\n"
               "s1>s2~s3\n",
               "never (a and (b or not c))\n"
               "define d = a iff P.a\n"
               "at least 2 of G.x, self.*, (a)\n"
               "move P s1 -> s2, s3 <-> s4\n"
               "prefer P\n"
               "  a | b | c\n"
               "rank P\n"
               "  s1 > s2 ~ s3\n");
}

TEST(Format, OptionsStandInColumns) {
  expectLayout("party U\n"
               "option delay \"Délai\" unresumable\n"
               "option accept \"Accept the order\"\n"
               "option abandon irrevocable\n"
               "option x\n"
               "\n"
               "option longer_than_the_rest irrevocable\n",
               "party U\n"
               "  option delay   \"Délai\"            unresumable\n"
               "  option accept  \"Accept the order\"\n"
               "  option abandon                    irrevocable\n"
               "  option x\n"
               "\n"
               "  option longer_than_the_rest irrevocable\n");
  expectLayout("party M\n"
               "option x \"X\"  irrevocable\n"
               "option yy \"A longer label\"\n",
               "party M\n"
               "  option x  \"X\" irrevocable\n"
               "  option yy \"A longer label\"\n");
}

TEST(Format, StatesStandInColumns) {
  expectLayout("states\n"
               "s1 Y N N \"status quo\"\n"
               "s10 - N   Y\n"
               "long - N -    \"other\"\n"
               "state war \"Open war\" = a,b\n"
               "state d = none\n"
               "state attack \"Attack\"=a\n"
               "states # a; b, c\n"
               "s1 \"label\" Y  N-\n"
               "s2 - NY\n",
               "states\n"
               "  s1    Y N N  \"status quo\"\n"
               "  s10   - N Y\n"
               "  long  - N -  \"other\"\n"
               "state war    \"Open war\" = a, b\n"
               "state d = none\n"
               "state attack \"Attack\" = a\n"
               "states  # a; b, c\n"
               "  s1  \"label\"  Y N-\n"
               "  s2           - NY\n");
}

TEST(Format, MovesAndRankingsGoOnUnderTheirBeginning) {
  expectLayout("move Long s1 -> s2,\n"
               "s2 <-> s3\n"
               "move P s1 -> s4\n"
               "rank P\n"
               "s1 >\n"
               "      s2 ~\n"
               "s3\n",
               "move Long s1 -> s2,\n"
               "          s2 <-> s3\n"
               "move P    s1 -> s4\n"
               "rank P\n"
               "  s1 >\n"
               "  s2 ~\n"
               "  s3\n");
}

TEST(Format, WeightsAreAlignedAtTheDecimalPoint) {
  expectLayout("weigh P\n"
               "a 3.25\n"
               "because src \"x\"\n"
               "Q.longer - 12\n"
               "b +4\n"
               "c 100.5\n",
               "weigh P\n"
               "  a          3.25\n"
               "    because src \"x\"\n"
               "  Q.longer -12\n"
               "  b         +4\n"
               "  c        100.5\n");
}

TEST(Format, LinesThatGoOnAreSetIn) {
  expectLayout("never a and\n"
               "b or\n"
               "   # why\n"
               "\n\n"
               "            c\n"
               "prefer P\n"
               "a if\n"
               "b\n"
               "c\n",
               "never a and\n"
               "    b or\n"
               "    # why\n"
               "\n"
               "    c\n"
               "prefer P\n"
               "  a if\n"
               "      b\n"
               "  c\n");
}

TEST(Format, CommentsStayWhereTheyAre) {
  expectLayout("   # first\n"
               "conflict \"A\"   #title  \n"
               "\n\n\n"
               "# about P\n"
               "party P# here\n"
               "option a #   one\n"
               "option longer # two\n"
               "# before c\n"
               "option c\n"
               "  # closes the block\n"
               "# opens the next\n"
               "prefer P\n"
               "a\n"
               "\n"
               "  # last\n"
               "\n\n",
               "# first\n"
               "conflict \"A\"  #title\n"
               "\n"
               "# about P\n"
               "party P          # here\n"
               "  option a       #   one\n"
               "  option longer  # two\n"
               "  # before c\n"
               "  option c\n"
               "  # closes the block\n"
               "# opens the next\n"
               "prefer P\n"
               "  a\n"
               "\n"
               "  # last\n");
}

TEST(Format, ACommentGoesOnUnderTheOneBesideWords) {
  expectLayout("never  a # because it was\n"
               "         # so always\n"
               "         # (and will be)\n"
               "always b # other\n"
               "  # not of it\n",
               "never a  # because it was\n"
               "         # so always\n"
               "         # (and will be)\n"
               "always b  # other\n"
               "# not of it\n");
}

TEST(Format, WordsAreNotTouched) {
  expectLayout("conflict \"  a  #no comment, = \\\" \\\\ \"\n",
               "conflict \"  a  #no comment, = \\\" \\\\ \"\n");
}

TEST(Format, OtherLineEndsAndNoFinalOne) {
  expectLayout("never a # x \r\n\r\nnever b", "never a  # x\n\nnever b\n");
  expectLayout("\xEF\xBB\xBFnever a", "never a\n");
  expectLayout("", "");
  expectLayout("\n\n  \n", "");
  expectLayout("# only", "# only\n");
}

TEST(Format, ACountBelowStatesIsAConstraint) {
  const std::string text =
      "party A\n  option a\n  option b\nstates\n  s1  Y N\n  s2  N Y\n\nexactly one of a, b\n"
      "weigh A\n  a 1\nat least 1 of a, b\n";
  EXPECT_EQ(formatted(text), text);
}

TEST(Format, AFileWithSyntaxErrorsIsLaidOutAllTheSame) {
  expectLayout("option a\nfoo bar\n prefer\n  x y (\n )\n",
               "  option a\nfoo bar\nprefer\n  x y (\n      )\n");
}

TEST(Format, AFileWithLexicalErrorsIsNot) {
  for (const char* text : {"never a && b", "conflict \"open", "never \xFF", "party Ü", "a\0b"}) {
    const Formatted result = format(SourceText("t", text));
    EXPECT_FALSE(result.text.has_value() && hasErrors(result.diagnostics));
  }
  EXPECT_FALSE(format(SourceText("t", "never a && b")).text.has_value());
  EXPECT_FALSE(format(SourceText("t", std::string("never a\0 b", 10))).text.has_value());
}

// Five megabytes in a time that no quadratic step would leave it (seconds even under sanitizers).
TEST(Format, LargeFilesTakeLinearTime) {
  std::string options = "party P\n";
  std::string line = "always a";
  for (int i = 0; i < 60000; ++i) {
    options += "option o" + std::to_string(i) + " \"A label of some length\" # a comment\n";
    line += " or\n a";
  }
  std::string text = options + line + "\n";
  while (text.size() < 5'000'000)
    text += "never a and b # c\n# own\n";
  const double start = support::processorSeconds();
  const std::string once = formatted(text);
  EXPECT_LT(support::processorSeconds() - start, 10);
  EXPECT_EQ(formatted(once), once);
}

} // namespace
} // namespace stasis::language
