// Laws of the layout on random texts: sound files with random spacing, and words in no order at all.

#include "language/lexing/lexer.h"
#include "language/words/format.h"
#include "support/property.h"

#include <gtest/gtest.h>

#include <array>

namespace stasis::language {
namespace {

constexpr std::array<std::string_view, 40> vocabulary{
    "conflict", "about",       "party",  "parties", "option",    "never",     "always",  "define",
    "status",   "quo",         "prefer", "each",    "rank",      "weigh",     "move",    "source",
    "because",  "expect",      "state",  "states",  "of",        "self",      "exactly", "at",
    "none",     "irrevocable", "x",      "longer",  "\"Wörds\"", "\"a  #b\"", "3.25",    "-",
    "+",        "->",          "<->",    ">",       "~",         "=",         "|",       "Y"};
constexpr std::array<std::string_view, 11> signs{",",  ".",   "*",       "(",  ")", "and",
                                                 "or", "not", "implies", "NN", "7"};
constexpr std::array<std::string_view, 6> spaces{" ", "  ", "\t", "   ", " \t ", "          "};
constexpr std::array<std::string_view, 4> comments{"#", "# a comment", "#  été  ", "# \"x\", = "};
constexpr std::array<std::string_view, 5> lineEnds{"\n", "\r\n", "\n\n", "\n \n\n", " \n"};

template <class Of> std::string_view one(const Of& of, support::Dice& dice) {
  return of[dice.roll(of.size())];
}

/// Words, signs, spaces, comments and line ends in no order.
std::string soup(support::Dice& dice) {
  std::string text;
  for (std::size_t lines = dice.roll(20); lines > 0; --lines) {
    if (dice.chance(2, 3))
      text += one(spaces, dice);
    for (std::size_t words = dice.roll(6); words > 0; --words) {
      text += dice.chance(1, 3) ? one(signs, dice) : one(vocabulary, dice);
      text += one(spaces, dice);
    }
    if (dice.chance(1, 3))
      text += one(comments, dice);
    text += one(lineEnds, dice);
  }
  return text;
}

/// What a layout must not change: words and comments in order, and where statements end.
std::string essence(const SourceText& source) {
  std::string all;
  for (const Token& token : lex(source).tokens) {
    const auto words = source.text().substr(token.range.begin, token.range.end - token.range.begin);
    if (token.is(Kind::lineEnd))
      all += ";\n";
    else if (!token.is(Kind::lineBreak) && !token.is(Kind::end))
      all.append(words.substr(0, words.find_last_not_of(" \t\r") + 1)).append(" ");
  }
  return all;
}

void expectLaws(const std::string& text) {
  RC_LOG() << text << "<<<\n";
  const SourceText source("random", text);
  const Formatted once = format(source);
  if (!once.text) { // an operator began a line, and so on
    RC_ASSERT(hasErrors(once.diagnostics));
    return;
  }
  RC_LOG() << *once.text << "<<<\n";
  const SourceText laidOut("laid out", *once.text);
  RC_ASSERT(essence(laidOut) == essence(source));
  RC_ASSERT(format(laidOut).text == once.text);
  RC_ASSERT(once.text->find("\n\n\n") == std::string::npos);
  RC_ASSERT(once.text->find(" \n") == std::string::npos);
  RC_ASSERT(once.text->find('\r') == std::string::npos);
}

TEST(FormatLaws, HoldOnWordsInNoOrder) {
  EXPECT_TRUE(rc::check([] {
    support::ShrinkingDice dice;
    expectLaws(soup(dice));
  }));
}

TEST(FormatLaws, HoldOnManyMore) {
  std::size_t laidOut = 0;
  for (std::uint64_t seed = 0; seed < 20000; ++seed) {
    support::SeededDice dice(seed);
    const std::string text = soup(dice);
    const Formatted once = format(SourceText("", text));
    if (!once.text)
      continue;
    ++laidOut;
    ASSERT_EQ(format(SourceText("", *once.text)).text, once.text) << text;
    ASSERT_EQ(essence(SourceText("", *once.text)), essence(SourceText("", text))) << text;
  }
  EXPECT_GT(laidOut, 1000U);
}

} // namespace
} // namespace stasis::language
