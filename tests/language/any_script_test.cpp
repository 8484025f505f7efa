// Names in any script: which characters may stand in them (UAX #31), that both spellings of an accented
// letter are one name (form C), and that names which look alike cause a warning (UTS #39). The expected
// values were taken from the data files of Unicode 15 by hand.

#include "language/lexing/any_script.h"
#include "language/lexing/lexer.h"
#include "language/parse.h"
#include "language/words/write.h"

#include <gtest/gtest.h>

namespace stasis::language {
namespace {

std::string kinds(const std::string& text) {
  const SourceText source("t", text);
  std::string out;
  for (const Token& token : lex(source).tokens)
    if (token.is(Kind::name) || token.is(Kind::keyword) || token.is(Kind::malformed))
      out += std::string(token.is(Kind::name)      ? "name "
                         : token.is(Kind::keyword) ? "word "
                                                   : "? ") +
             text.substr(token.range.begin, token.range.end - token.range.begin) + "; ";
  return out;
}

std::string codesOf(const std::string& text) {
  const SourceText source("t", text);
  std::string out;
  for (const auto& d : parse(source).diagnostics)
    out += std::string(d.code) + "@" + std::to_string(source.place(d.range.begin).line) + " ";
  return out;
}

TEST(AnyScript, NamesHaveTheLettersOfAnyScript) {
  EXPECT_EQ(kinds("мир größe 和平 سلام हिंदी Ελλάδα שלום"),
            "name мир; name größe; name 和平; name سلام; name हिंदी; name Ελλάδα; name שלום; ");
  EXPECT_EQ(kinds("мир_2 x₁ _б"), "name мир_2; name x; ? ₁; name _б; "); // a subscript is no digit of a name
  EXPECT_EQ(kinds("not мир"), "word not; name мир; ");
}

TEST(AnyScript, WhatNoNameHasEndsIt) {
  EXPECT_EQ(kinds("мир→война"), "name мир; name война; ");
  EXPECT_EQ(kinds("мир∧война"), "name мир; word ∧; name война; ");
  EXPECT_EQ(kinds("☮ мир"), "? ☮; name мир; ");
  EXPECT_EQ(kinds("٣мир"), "? ٣мир; "); // an Arabic digit goes on with a name and cannot begin one
  EXPECT_EQ(kinds("мир\u200Dа"), "name мир; name а; "); // a joiner that nobody sees
}

TEST(AnyScript, TwoSpellingsOfAnAccentAreOneName) {
  const std::string one = "gr\u00F6\u00DFe";  // ö as one character
  const std::string two = "gro\u0308\u00DFe"; // o and its two dots
  EXPECT_EQ(composed(two), one);
  EXPECT_EQ(composed(one), one);
  const std::string text = "conflict \"t\"\nparty A\n  option " + two + "\n  option y\nstatus quo " + one +
                           "\nprefer A\n  not " + two + "\n  y\nstate s = " + one + ", y\n";
  const auto parsed = parse(SourceText("t", text));
  ASSERT_TRUE(parsed.conflict) << codesOf(text);
  EXPECT_EQ(parsed.conflict->options.at(0).name, one);
  EXPECT_EQ(parsed.conflict->statusQuo->letters(), "YN");
  EXPECT_EQ(parsed.conflict->named.at(0).state.letters(), "YY");
}

TEST(AnyScript, ANameInAnotherFormKeepsItsPlace) {
  const std::string two = "gro\u0308\u00DFe";
  const std::string text = "conflict \"t\"\nparty A\n  option x\nparty B\n  option " + two +
                           "\nprefer A\n  x\n" + "prefer B\n  " + two + " if " + two + "s\n";
  const SourceText source("t", text);
  const auto parsed = parse(source);
  ASSERT_EQ(parsed.diagnostics.size(), 1U);
  EXPECT_EQ(parsed.diagnostics[0].code, "S0203");
  EXPECT_EQ(text.substr(parsed.diagnostics[0].range.begin, two.size() + 1), two + "s");
  EXPECT_EQ(parsed.diagnostics[0].range.end - parsed.diagnostics[0].range.begin, two.size() + 1);
  EXPECT_EQ(codesOf("conflict \"t\"\nparty A\n  option " + two + "\n  option gr\u00F6\u00DFe\n").substr(0, 8),
            "S0204@4 ");
}

TEST(AnyScript, LookalikesAreWarnedOf) {
  const auto options = [](const std::string& a, const std::string& b) {
    return codesOf("conflict \"t\"\nparty A\n  option " + a + "\n  option " + b + "\nprefer A\n  " + a +
                   "\n  " + b + "\n");
  };
  EXPECT_EQ(options("cop", "сор"), "S0216@4 ");   // the second is Cyrillic throughout
  EXPECT_EQ(options("peaсe", "war"), "S0216@3 "); // с is Cyrillic
  EXPECT_EQ(options("peace", "peaсe"), "S0216@4 ");
  EXPECT_EQ(options("мир", "война"), "");
  EXPECT_EQ(options("мир_NATO", "война"), ""); // words of a name may differ in script
  EXPECT_EQ(options("東京go", "größe"), "");   // Japanese mixes with Latin (highly restrictive)
  EXPECT_EQ(options("l1", "ll"), "");          // a plain file is not looked at
}

TEST(AnyScript, AnUnknownNameSaysThatItMixesScripts) {
  const auto parsed = parse(SourceText("t", "party A\n  option peace\nprefer A\n  peaсe\n"));
  ASSERT_FALSE(parsed.diagnostics.empty());
  for (const auto& d : parsed.diagnostics)
    if (d.code == "S0203") {
      EXPECT_EQ(d.note, "`peaсe` mixes characters of Cyrillic and Latin");
      EXPECT_EQ(d.help, "did you mean `peace`, an option of A, whose letters look the same and are others?");
      return;
    }
  FAIL() << "no unknown option";
}

TEST(AnyScript, WhatIsWrittenReadsAsTheSame) {
  const std::string text =
      "conflict \"t\"\nparty Россия \"Россия\"\n  option мир\n  option война\nparty مصر\n  option "
      "سلام\nalways мир or война\nstatus quo война\nprefer Россия\n  мир if مصر.سلام\n  not "
      "война\nweigh مصر\n  سلام 2\n";
  const auto parsed = parse(SourceText("t", text));
  ASSERT_TRUE(parsed.conflict) << codesOf(text);
  const std::string written = write(*parsed.conflict);
  const auto again = parse(SourceText("t", written));
  ASSERT_TRUE(again.conflict) << written;
  EXPECT_EQ(write(*again.conflict), written);
}

TEST(AnyScript, ANameAloneIsKnown) {
  EXPECT_TRUE(isName("мир") && isName("x_1") && isName("_") && isName("和平2"));
  EXPECT_FALSE(isName("") || isName("1x") || isName("a b") || isName("a.b") || isName("→") ||
               isName("x\xFF"));
}

} // namespace
} // namespace stasis::language
