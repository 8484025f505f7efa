// No line of a page is wider than the page, whatever it says, and nothing but spaces is lost.

#include "report/telling/numbers.h"
#include "report/telling/page.h"
#include "report/telling/printable.h"
#include "report/telling/shell_word.h"
#include "report/telling/table.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <sstream>

namespace stasis::report {
namespace {

std::string without(std::string text, std::string_view characters) {
  std::erase_if(text, [&](char c) { return characters.find(c) != std::string_view::npos; });
  return text;
}

std::size_t widest(const std::string& text) {
  std::size_t most = 0;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) {
    std::string plain;
    for (std::size_t i = 0; i < line.size(); ++i)
      if (line[i] == '\x1b')
        i = line.find('m', i);
      else
        plain += line[i];
    most = std::max(most, width(plain));
  }
  return most;
}

Look wide(std::size_t columns) {
  Look look;
  look.width = columns;
  return look;
}

TEST(Page, LeavesLinesThatFit) { EXPECT_EQ(onPage("a\n\n  b c\n", wide(40)), "a\n\n  b c\n"); }

TEST(Page, FoldsAtSpacesAndIndentsWhatGoesOn) {
  EXPECT_EQ(onPage("  one two three four five six seven\n", wide(20)),
            "  one two three four\n    five six seven\n");
}

TEST(Page, CutsWhatHasNoSpaces) {
  EXPECT_EQ(onPage(std::string(50, 'Y') + "\n", wide(20)),
            std::string(20, 'Y') + "\n  " + std::string(18, 'Y') + "\n  " + std::string(12, 'Y') + "\n");
}

TEST(Page, CountsColumnsNotBytesAndNoColours) {
  EXPECT_LE(widest(onPage("\x1b[1m和平和平和平 和平和平和平和平和平\x1b[0m x\n", wide(20))), 20U);
  EXPECT_EQ(onPage("\x1b[1mone\x1b[0m two three four", wide(20)), "\x1b[1mone\x1b[0m two three four");
}

TEST(Page, HoldsForAnyText) {
  rc::check([] {
    const auto words = *rc::gen::container<std::vector<std::string>>(
        rc::gen::element<std::string>("a", "word", "  ", "和平", "\n", "\x1b[1m", "\x1b[0m", "ö",
                                      "long-long-long-word", std::string(70, 'Y')));
    std::string text;
    for (const auto& word : words)
      text += word + (text.size() % 3 == 0 ? " " : "");
    const std::size_t columns = *rc::gen::inRange<std::size_t>(20, 90);
    const std::string page = onPage(text, wide(columns));
    RC_ASSERT(widest(page) <= columns);
    RC_ASSERT(without(page, " \n") == without(text, " \n"));
  });
}

TEST(Page, TablesFoldTheirWidestColumn) {
  Table table{{{"", {{"#", true, false}, {"state", false, false}, {"what is done", false, false}}}}, {}};
  table.rows.push_back({{"1", Tone::plain},
                        {"war", Tone::plain},
                        {"a very long list of what everybody does in it", Tone::plain}});
  EXPECT_EQ(table.text(wide(40)),
            "#  state  what is done\n1  war    a very long list of what\n          everybody does in it\n");
}

TEST(Figures, AreShortFromTwelveDigitsOn) {
  const Look look;
  EXPECT_EQ(grouped(look, mpz_class("999999999999")), "999,999,999,999");
  EXPECT_EQ(grouped(look, mpz_class("12374564689575344232292417536")), "1.2·10²⁸");
  EXPECT_EQ(grouped(look, mpz_class("9960000000000")), "1.0·10¹³");
  EXPECT_EQ(grouped(look, mpz_class("3298534883328")), "3.3·10¹²");
  Look ascii;
  ascii.ascii = true;
  EXPECT_EQ(grouped(ascii, mpz_class("12374564689575344232292417536")), "1.2e28");
  Look exact;
  exact.exact = true;
  EXPECT_EQ(grouped(exact, mpz_class("3298534883328")), "3,298,534,883,328");
  EXPECT_EQ(counted(look, mpz_class("3298534883328"), "state"), "3.3·10¹² states");
  EXPECT_EQ(counted(look, 1, "state"), "1 state");
}

TEST(ShellWord, QuotesWhatAShellWouldTakeApart) {
  EXPECT_EQ(shellWord("conflicts/a-b_1.conflict"), "conflicts/a-b_1.conflict");
  EXPECT_EQ(shellWord("my file"), "'my file'");
  EXPECT_EQ(shellWord("it's"), "'it'\\''s'");
  EXPECT_EQ(shellWord(""), "''");
  EXPECT_EQ(shellWord("$HOME;ls"), "'$HOME;ls'");
}

} // namespace
} // namespace stasis::report
