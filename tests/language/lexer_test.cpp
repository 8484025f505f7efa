#include "language/lexing/lexer.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace stasis::language {
namespace {

/// Tokens in short: names and signs as written, strings as S, comments as C, ends of lines as / and breaks as
/// _.
std::string shape(const std::string& text) {
  const SourceText source("t", text);
  std::string shape;
  for (const Token& t : lex(source).tokens) {
    const std::string_view words = source.text().substr(t.range.begin, t.range.end - t.range.begin);
    switch (t.kind) {
    case Kind::string: shape += "S "; break;
    case Kind::comment: shape += "C "; break;
    case Kind::lineEnd: shape += "/ "; break;
    case Kind::lineBreak: shape += "_ "; break;
    case Kind::malformed: shape += "? "; break;
    case Kind::end: shape += "."; break;
    default: shape += std::string(words) + ' ';
    }
  }
  return shape;
}

Diagnostics problems(const std::string& text) {
  const SourceText source("t", text);
  return std::move(lex(source).problems).finish({});
}

std::string codes(const std::string& text) {
  std::string all;
  for (const auto& d : problems(text))
    all +=
        std::string(d.code) + '@' + std::to_string(d.range.begin) + '-' + std::to_string(d.range.end) + ' ';
  return all;
}

TEST(Lexer, StatementsEndWithTheirLines) {
  EXPECT_EQ(shape(""), ".");
  EXPECT_EQ(shape("\n\n"), "_ _ .");
  EXPECT_EQ(shape("party P"), "party P / .");
  EXPECT_EQ(shape("party P\n\n  option a # c\n"), "party P / _ option a C / .");
  EXPECT_EQ(shape("# c\nparty P\r\n"), "C _ party P / .");
}

TEST(Lexer, ALineThatEndsInACommaOrAnOperatorGoesOn) {
  EXPECT_EQ(shape("a,\nb"), "a , _ b / .");
  EXPECT_EQ(shape("a and # why\n # more\n\n b"), "a and C _ C _ _ b / .");
  EXPECT_EQ(shape("rank P s1 >\ns2 ~\ns3"), "rank P s1 > _ s2 ~ _ s3 / .");
  EXPECT_EQ(shape("define d =\nnot\na"), "define d = _ not _ a / .");
  EXPECT_EQ(shape("none of\na"), "none of _ a / .");
}

TEST(Lexer, AStatementWordEndsEvenAnUnfinishedLine) {
  EXPECT_EQ(shape("a and\nparty P"), "a and / party P / .");
  EXPECT_EQ(shape("a,\n\n# c\nnever b"), "a , / _ C _ never b / .");
  EXPECT_EQ(shape("a,"), "a , / .");
}

TEST(Lexer, ALineThatBeginsWithAnOperatorIsReportedAndJoined) {
  EXPECT_EQ(shape("a\nand b"), "a _ and b / .");
  EXPECT_EQ(codes("a\nand b"), "S0110@2-5 ");
  EXPECT_EQ(problems("a\nand b")[0].help,
            "move `and` to the end of the line before: a line that ends in a comma or an operator goes on");
}

TEST(Lexer, SignsAndNumbers) {
  EXPECT_EQ(shape("P.a Q.* (b) = | > >> ~ -> <-> - + 12 2.5 7."),
            "P . a Q . * ( b ) = | > >> ~ -> <-> - + 12 2.5 7 . / .");
  EXPECT_EQ(shape("Y-N--Y"), "Y - N - - Y / .");
}

TEST(Lexer, SignsOfOtherLanguagesAreReadAsWhatTheyMean) {
  const SourceText source("t", "a && !b || c => d");
  const Lexed lexed = lex(source);
  const Word expected[] = {Word::none_, Word::and_,  Word::not_,    Word::none_,
                           Word::or_,   Word::none_, Word::implies, Word::none_};
  for (std::size_t i = 0; i < std::size(expected); ++i)
    EXPECT_EQ(lexed.tokens[i].word, expected[i]) << i;
  EXPECT_EQ(codes("a && !b || c => d"), "S0104@2-4 S0104@5-6 S0104@8-10 S0104@13-15 ");
  EXPECT_EQ(problems("a ∧ b")[0].help, "write `and`");
}

TEST(Lexer, Strings) {
  EXPECT_EQ(shape(R"(party P "a \" # b" x)"), "party P S x / .");
  EXPECT_EQ(unquoted(R"("a \" b\\c\nd")"), "a \" b\\c\nd");
  EXPECT_EQ(quoted("a \" b\\c\nd"), R"("a \" b\\c\nd")");
  EXPECT_EQ(codes(R"(party P "abc)"), "S0106@8-12 ");
  EXPECT_EQ(shape("party P \"abc \nparty Q"), "party P S / party Q / .");
  EXPECT_EQ(codes(R"("a\qb")"), "S0108@2-4 ");
  EXPECT_EQ(codes(R"("a\)"), "S0106@0-3 ");
  EXPECT_EQ(codes("party P “abc” x"), "S0107@8-17 ");
  EXPECT_EQ(shape("party P “abc” x"), "party P S x / .");
  EXPECT_EQ(shape("party P 'abc' x"), "party P S x / .");
}

TEST(Lexer, StrayCharacters) {
  EXPECT_EQ(codes("party P @@@ x"), "S0105@8-11 ");
  EXPECT_EQ(shape("prefer P: x;"), "prefer P : x / .");
  EXPECT_EQ(shape("x; y"), "x / y / .");
  EXPECT_EQ(shape("option x: y"), "option x : y / .");
  EXPECT_EQ(problems("party P:")[0].help, "leave it out: a statement ends with its line");
  EXPECT_EQ(codes("party ☮☮ x"), "S0105@6-12 ");
  EXPECT_EQ(shape("party ☮☮ x"), "party ? x / .");
  EXPECT_EQ(codes("2nd"), "S0109@0-3 ");
  EXPECT_EQ(codes("a\xC2\xA0"
                  "b"),
            "S0105@1-3 ");
  EXPECT_EQ(codes("a // b && c"), "S0111@2-4 ");
  EXPECT_EQ(shape("a // b\nc"), "a C / c / .");
}

TEST(Lexer, BytesThatAreNoText) {
  EXPECT_EQ(codes(std::string("party\0P", 7)), "S0101@5-6 ");
  EXPECT_EQ(codes("\xFF\xFEp"), "S0101@0-2 ");
  EXPECT_EQ(codes(std::string(5000, '\x80')), "S0101@0-1 ");
  EXPECT_EQ(shape(std::string(5000, '\0')), ".");
  EXPECT_EQ(codes("# caf\xE9 and \xE9\nparty P \"\xE9\"\n# long enough to be text, mostly, one would think"),
            "S0102@5-6 S0102@22-23 ");
  EXPECT_EQ(codes("# a \x1B[1m\nparty P"), "S0103@4-5 ");
  EXPECT_EQ(codes("party P\rparty Q"), "S0103@7-8 ");
  const auto returns = problems("party P\rparty Q\r  option x\nparty R\r\n");
  ASSERT_EQ(returns.size(), 1U); // one fix mends them all; before a line feed it is the end of a line
  ASSERT_EQ(returns[0].fix.size(), 2U);
  EXPECT_EQ(returns[0].fix[1].range.begin, 15U);
  EXPECT_EQ(returns[0].fix[1].replacement, "\n");
  ASSERT_EQ(problems("# a \x1B[1m")[0].fix.size(), 1U);
  EXPECT_EQ(problems("# a \x1B[1m")[0].fix[0].replacement, "");
}

TEST(Lexer, AByteOrderMarkBelongsToNoLine) {
  const SourceText source("t", "\xEF\xBB\xBFparty P");
  EXPECT_EQ(shape("\xEF\xBB\xBFparty P"), "party P / .");
  EXPECT_EQ(source.place(3).column, 1U);
  EXPECT_EQ(source.line(1), "party P");
}

// Whatever the bytes: tokens are in order, do not overlap, and what lies between them is space or was
// reported.
TEST(Lexer, TokensCoverTheText) {
  EXPECT_TRUE(rc::check([] {
    const auto pieces = *rc::gen::container<std::vector<std::string>>(
        rc::gen::element<std::string>("a", "P.x", " ", "\n", "#c", "\"s\"", "\"", "and", "party", ",", "12",
                                      "4x", "é", "\xE9", "&&", "'", "->", "\\"));
    std::string text;
    for (const auto& piece : pieces)
      text += piece;
    const SourceText source("t", text);
    const Lexed lexed = lex(source);
    std::size_t at = 0;
    for (const Token& token : lexed.tokens) {
      RC_ASSERT(token.range.begin >= at);
      RC_ASSERT(token.range.end <= text.size());
      if (lexed.problems.errors() == 0)
        RC_ASSERT(text.substr(at, token.range.begin - at).find_first_not_of(" \t\r") == std::string::npos);
      at = token.range.end;
    }
    RC_ASSERT(lexed.tokens.back().is(Kind::end));
  }));
}

// A text is parsed again only where this says that something is borrowed (parse.cpp).
TEST(Lexer, SaysWhetherALineWasBorrowed) {
  const auto lexed = [](const std::string& text, Lines lines) { return lex(SourceText("t", text), lines); };
  const std::string mistakes = "party A\n  option a\nprefer A\n  unknown and\n  a &&\n";
  EXPECT_FALSE(lexed(mistakes, Lines::asMeant).borrowed);
  EXPECT_EQ(lexed(mistakes, Lines::asMeant).tokens.size(), lexed(mistakes, Lines::asWritten).tokens.size());
  const std::string row = "party A\n  option strike\nA can protest, wait.\n";
  EXPECT_TRUE(lexed(row, Lines::asMeant).borrowed);
  EXPECT_FALSE(lexed(row, Lines::asWritten).borrowed);
}

} // namespace
} // namespace stasis::language
