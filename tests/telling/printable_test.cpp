#include "report/telling/printable.h"

#include <gtest/gtest.h>

#include <clocale>

namespace stasis::report {
namespace {

constexpr const char* replacement = "\xEF\xBF\xBD";

TEST(Printable, ControlCharactersAndBrokenBytesCannotReachATerminal) {
  EXPECT_EQ(printable("a\x1b[31mb"), std::string("a") + replacement + "[31mb");
  EXPECT_EQ(printable("\x7f"), replacement);
  EXPECT_EQ(printable("a\xC3"), std::string("a") + replacement);            // cut short
  EXPECT_EQ(printable("\xC0\xAF"), std::string(replacement) + replacement); // overlong
  EXPECT_EQ(printable("\xED\xA0\x80").substr(0, 3), replacement);           // a surrogate
  EXPECT_EQ(printable("\xE2\x80\xAE"), replacement);                        // right-to-left override
  EXPECT_EQ(printable("a\tb"), "a b");
  EXPECT_EQ(printable("a\nb"), "a b"); // a label of two lines in a row of a table
  EXPECT_EQ(printable("Türkiye → “Kyiv”"), "Türkiye → “Kyiv”");
}

TEST(Printable, WidthIsWhatATerminalGives) {
  ASSERT_NE(std::setlocale(LC_CTYPE, "C.UTF-8"), nullptr);
  EXPECT_EQ(width("Iraq"), 4U);
  EXPECT_EQ(width("Türkiye"), 7U);
  EXPECT_EQ(width("日本"), 4U);
  EXPECT_EQ(width("e\u0301"), 1U); // a combining accent takes no column
}

TEST(Printable, FoldKeepsWordsWholeThatFit) {
  EXPECT_EQ(fold("one two  three", 7), (std::vector<std::string>{"one two", "three"}));
  EXPECT_EQ(fold("incomprehensible", 5), (std::vector<std::string>{"incom", "prehe", "nsibl", "e"}));
  EXPECT_TRUE(fold("  ", 5).empty());
}

TEST(Printable, PaddingNeverCuts) {
  EXPECT_EQ(padRight("ab", 4), "ab  ");
  EXPECT_EQ(padLeft("ab", 4), "  ab");
  EXPECT_EQ(padLeft("abcde", 4), "abcde");
}

} // namespace
} // namespace stasis::report
