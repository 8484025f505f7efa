// Games of Gambit read as conflicts: both layouts, exact payoffs, and Nash equilibria that are the pure
// equilibria of the game, found here by trying every deviation.

#include "exchange/exact_number.h"
#include "exchange/nfg.h"
#include "exchange/read_model.h"
#include "language/words/write.h"
#include "reading.h"
#include "support/dice.h"
#include "support/seeded.h"

#include <gtest/gtest.h>

namespace stasis::exchange {
namespace {

using oracle::Game;

TEST(ExactNumber, IsExact) {
  const auto fraction = [](const char* text) {
    const auto value = exactNumber(text);
    return value ? value->get_str() : "none";
  };
  EXPECT_EQ(fraction("3"), "3");
  EXPECT_EQ(fraction("-2.50"), "-5/2");
  EXPECT_EQ(fraction(".5"), "1/2");
  EXPECT_EQ(fraction("7/3"), "7/3");
  EXPECT_EQ(fraction("-14/6"), "-7/3");
  EXPECT_EQ(fraction("1.5e-2"), "3/200");
  EXPECT_EQ(fraction("2E3"), "2000");
  EXPECT_EQ(fraction("+4."), "4");
  for (const char* wrong : {"", "-", ".", "1/0", "1/", "x", "1,5", "1e", "1e99999", "--1", "0x1", "1 2"})
    EXPECT_EQ(fraction(wrong), "none") << wrong;
}

model::Conflict read(const std::string& text) {
  const language::SourceText source("game.nfg", text);
  const auto parsed = readModel(source);
  EXPECT_TRUE(parsed.conflict) << testing::PrintToString(lines(parsed.diagnostics, source)) << text;
  // What is read can be written in the language and read again.
  const auto again = language::parse({"game.conflict", language::write(parsed.conflict.value())});
  EXPECT_TRUE(again.conflict) << language::write(*parsed.conflict);
  return again.conflict.value();
}

Words problemsOf(const std::string& text) {
  const language::SourceText source("game.nfg", text);
  return lines(readModel(source).diagnostics, source);
}

const char* const payoffLayout = R"(NFG 1 R "Selten (IJGT, 75), Figure 2, normal form"
{ "Player 1" "Player 2" } { 3 2 }

1 1 0 2 0 2 1 1 0 3 2 0)";

const char* const outcomeLayout =
    R"(NFG 1 R "Selten (IJGT, 75), Figure 2, normal form" { "Player 1" "Player 2" }

{
{ "1" "2" "3" }
{ "1" "2" }
}
"a comment"

{
{ "" 1, 1 }
{ "" 0, 2 }
{ "" 0, 2 }
{ "" 1, 1 }
{ "" 0, 3 }
{ "" 2, 0 }
}
1 2 3 4 5 6
)";

TEST(NfgRead, BothLayoutsSayTheSame) {
  const auto one = read(payoffLayout);
  const auto other = read(outcomeLayout);
  EXPECT_EQ(one.title, "Selten (IJGT, 75), Figure 2, normal form");
  ASSERT_EQ(one.options.size(), 5U);
  EXPECT_EQ(one.parties[0].name, "Player_1");
  EXPECT_EQ(one.parties[0].label, "Player 1");
  EXPECT_EQ(one.options[2].name, "strategy_3");
  EXPECT_EQ(other.options[2].label, "3");
  const Game a(one);
  const Game b(other);
  ASSERT_EQ(letters(a.feasible()), letters(b.feasible()));
  for (std::size_t i = 0; i < 2; ++i)
    for (std::size_t s = 0; s < a.size(); ++s)
      for (std::size_t t = 0; t < a.size(); ++t)
        EXPECT_EQ(a.prefers(i, s, t), b.prefers(i, s, t));
  EXPECT_EQ(a.equilibria(model::Concept::nash), std::vector<std::size_t>{0}); // (1, 1) by hand
}

TEST(NfgRead, NamesMayHaveMarksInThem) {
  const auto c = read(R"(NFG 1 R "A \"game\" of \\ chance" { "The \"State\"" "Türkiye" }
{ { "do \"it\"" "" } { "и" "2nd try" } } "" 1 1 2 2 3 3 4 4)");
  EXPECT_EQ(c.title, R"(A "game" of \ chance)");
  EXPECT_EQ(c.parties[0].label, R"(The "State")");
  EXPECT_EQ(c.parties[1].name, "Turkiye");
  EXPECT_EQ(c.options[0].label, R"(do "it")");
  EXPECT_EQ(c.options[1].name, "strategy_2");
  EXPECT_EQ(c.options[2].name, "и");
}

TEST(NfgRead, PayoffsAreExactAndTiesAreTies) {
  const auto c = read("NFG 1 R \"x\" { \"A\" } { 4 } 1/3 0.333333333333333333333333 2/6 1e-1");
  const Game game(c);
  EXPECT_TRUE(game.prefers(0, 0, 1));
  EXPECT_FALSE(game.prefers(0, 0, 2));
  EXPECT_FALSE(game.prefers(0, 2, 0));
  EXPECT_TRUE(game.prefers(0, 1, 3));
}

TEST(NfgRead, OutcomesNameStatesAndZeroIsTheEmptyOne) {
  const auto c = read(R"(NFG 1 R "x" { "A" "B" } { { "c" "d" } { "c" "d" } }
{ { "Both cooperate" 3, 3 } { "war" -1, -1 } { "s1" 5, 5 } } 1 0 2 3)");
  ASSERT_EQ(c.named.size(), 3U);
  EXPECT_EQ(c.named[0].name, "both_cooperate");
  EXPECT_EQ(c.named[1].state.letters(), "YNNY");
  EXPECT_EQ(c.named[2].name, "state_1");
  const Game game(c);
  EXPECT_TRUE(game.prefers(0, 0, 1)); // 3 > 0 > -1
  EXPECT_TRUE(game.prefers(0, 1, 2));
}

/// Pure equilibria of payoffs in Gambit's order, by every deviation of every player.
std::vector<std::size_t> pureEquilibria(const std::vector<std::size_t>& sizes,
                                        const std::vector<std::vector<int>>& payoffs) {
  std::vector<std::size_t> found;
  for (std::size_t p = 0; p < payoffs.size(); ++p) {
    bool stable = true;
    std::size_t step = 1;
    for (std::size_t i = 0; i < sizes.size(); step *= sizes[i++])
      for (std::size_t k = 0; k < sizes[i]; ++k) {
        const std::size_t own = p / step % sizes[i];
        stable = stable && payoffs[p - own * step + k * step][i] <= payoffs[p][i];
      }
    if (stable)
      found.push_back(p);
  }
  return found;
}

std::string written(const std::vector<std::size_t>& sizes, const std::vector<std::vector<int>>& payoffs,
                    bool outcomes, support::Dice& dice) {
  std::string text = "NFG 1 R \"random\" {";
  for (std::size_t i = 0; i < sizes.size(); ++i)
    text += " \"P" + std::to_string(i) + "\"";
  text += " }\n{";
  for (const std::size_t size : sizes)
    text += ' ' + std::to_string(size);
  text += " }\n";
  std::string numbers;
  if (outcomes)
    text += "{";
  for (std::size_t p = 0; p < payoffs.size(); ++p) {
    text += outcomes ? "{ \"\"" : "";
    for (const int value : payoffs[p]) { // the same number, written in one way or another
      const int scale = static_cast<int>(1 + dice.roll(4));
      text += dice.chance(1, 2) ? ' ' + std::to_string(value * scale) + '/' + std::to_string(scale)
                                : ' ' + std::to_string(value) + ".0";
    }
    text += outcomes ? " }\n" : "\n";
    numbers += ' ' + std::to_string(p + 1);
  }
  return outcomes ? text + "}" + numbers : text;
}

TEST(NfgRead, NashEquilibriaAreThePureOnesOfRandomGames) {
  for (std::uint64_t seed = 0; seed < 150; ++seed) {
    SCOPED_TRACE(seed);
    support::SeededDice dice(seed);
    std::vector<std::size_t> sizes(1 + dice.roll(4));
    std::size_t profiles = 1;
    for (auto& size : sizes)
      profiles *= size = 1 + dice.roll(3);
    std::vector<std::vector<int>> payoffs(profiles, std::vector<int>(sizes.size()));
    for (auto& row : payoffs)
      for (int& value : row)
        value = static_cast<int>(dice.roll(5)) - 2;
    const auto conflict = read(written(sizes, payoffs, dice.chance(1, 2), dice));
    const Game game(conflict); // refers to it
    ASSERT_EQ(game.size(), profiles);
    EXPECT_EQ(game.equilibria(model::Concept::nash), pureEquilibria(sizes, payoffs));
  }
}

TEST(NfgRead, TenPlayers) {
  support::SeededDice dice(3);
  const std::vector<std::size_t> sizes(10, 2);
  std::vector<std::vector<int>> payoffs(1024, std::vector<int>(10));
  for (auto& row : payoffs)
    for (int& value : row)
      value = static_cast<int>(dice.roll(7));
  const auto parsed = readModel({"ten.nfg", written(sizes, payoffs, false, dice)});
  ASSERT_TRUE(parsed.conflict);
  EXPECT_EQ(parsed.conflict->parties.size(), 10U);
  EXPECT_EQ(parsed.conflict->options.size(), 20U);
}

TEST(NfgRead, WhatWasExportedComesBackWithTheSameEquilibria) {
  support::Kind kind = support::Kind::anything();
  kind.merged = kind.graphForm = kind.directions = false;
  support::forSeeds(100, kind, [](const model::Conflict& conflict) {
    const Game game(conflict);
    const auto file = writeNfg(conflict, tableOf(game));
    if (!(file.text.has_value()))
      return;
    const auto back = readModel({"back.nfg", *file.text});
    ASSERT_TRUE(back.conflict.has_value());
    if (back.conflict->options.size() > 16) // the oracle tries every combination of them
      return;
    const Game again(*back.conflict);
    ASSERT_TRUE(again.size() == game.size());
    for (const auto& row : model::concepts)
      if (conflict.listed.empty())
        ASSERT_TRUE(again.equilibria(row.id) == game.equilibria(row.id));
      else
        ASSERT_TRUE(again.equilibria(row.id).size() == game.equilibria(row.id).size());
  });
}

TEST(NfgRead, WhatIsWrongIsToldAtItsPlace) {
  EXPECT_EQ(problemsOf("NFG 2 R \"x\" { \"A\" } { 2 } 1 2")[0],
            "S0715 1:5 expected the version, `1`, after `NFG`");
  EXPECT_EQ(problemsOf("NFG 1 R x")[0], "S0715 1:9 expected the title, here is `x`");
  EXPECT_EQ(problemsOf("NFG 1 R \"x\" { }")[0], "S0715 1:15 the game has no player");
  EXPECT_EQ(problemsOf("NFG 1 R \"x\" { \"A\" } { \"2\" } 1 2")[0],
            "S0715 1:23 expected the strategies of a player: a list, or how many there are, here is a text");
  EXPECT_EQ(problemsOf("NFG 1 R \"x\" { \"A\" } { 2x } 1 2")[0],
            "S0715 1:23 expected the strategies of a player: a list, or how many there are, here is `2x`");
  EXPECT_EQ(problemsOf("NFG 1 R \"x\" { \"A\" } { 2 3 } 1 2")[0],
            "S0715 1:27 there are 1 players and the strategies of 2");
  EXPECT_EQ(problemsOf("NFG 1 R \"x\" { \"A\" } { 2 }\n1")[0],
            "S0715 2:2 expected a payoff of A in combination 2 of 2, the file ends");
  EXPECT_EQ(problemsOf("NFG 1 R \"x\" { \"A\" } { 2 }\n1 5x")[0],
            "S0715 2:3 expected a payoff of A in combination 2 of 2, here is `5x`");
  EXPECT_EQ(problemsOf("NFG 1 R \"x\" { \"A\" } { 2 }\n{ { \"\" 1 } } 1 2")[0],
            "S0715 2:16 there is no outcome 2; the file has 1");
  EXPECT_EQ(problemsOf("NFG 1 R \"x { \"A\" }")[0].substr(0, 5), "S0715");
  EXPECT_EQ(problemsOf("NFG 1 R \"x\" { \"A\" \"B\" } { 1000 1000 } 1")[0].substr(0, 5), "S0709");
  EXPECT_EQ(problemsOf("EFG 2 R \"x\" { \"A\" }")[0],
            "S0714 1:1 this is a game in extensive form (`.efg`), which is not read");
  // As Python 2 and 3 begin a pickled dictionary or object.
  for (const std::string pickled :
       {"\x80\x02}q\x01.", "\x80\x04\x95", "\x80\x05\x95", "(dp0\nS'a'\n", "ccopy_reg\n_reconstructor\n"})
    EXPECT_EQ(problemsOf(pickled)[0].substr(0, 70),
              "S0714 1:1 this is an older .gmcr file, saved with Python's pickle, whi");
  for (const std::string none : {"\x80\x01}q", "\x80\x06\x95", "\x80"})
    EXPECT_EQ(problemsOf(none)[0].find("pickle"), std::string::npos) << "no protocol of pickle's begins so";
  const auto one = problemsOf("NFG 1 R \"x\" { \"A\" } { 1 } 1");
  ASSERT_EQ(one.size(), 2U);
  EXPECT_EQ(one[1], "wS0708 1:15 `A` has one strategy only, which it always takes");
  EXPECT_EQ(one[0].substr(0, 6), "wS0712");
}

TEST(NfgRead, AnyCutOfAFileIsAnswered) {
  const std::string whole = outcomeLayout;
  for (std::size_t length = 0; length + 3 < whole.size(); ++length)
    EXPECT_FALSE(readNfg({"cut.nfg", whole.substr(0, length)}).conflict) << length;
}

} // namespace
} // namespace stasis::exchange
