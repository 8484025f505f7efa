// Tables of states in and out: what was exported comes back with the same answers, and a cell that a
// spreadsheet has changed is told by its name.

#include "exchange/cells.h"
#include "exchange/read_model.h"
#include "exchange/table.h"
#include "language/words/write.h"
#include "reading.h"
#include "support/seeded.h"

#include <gtest/gtest.h>

namespace stasis::exchange {
namespace {

using oracle::Game;

model::Conflict read(const std::string& text, const char* name = "table.csv") {
  const language::SourceText source(name, text);
  const auto parsed = readModel(source);
  EXPECT_TRUE(parsed.conflict) << testing::PrintToString(lines(parsed.diagnostics, source)) << text;
  const auto again = language::parse({"x", language::write(parsed.conflict.value())});
  EXPECT_TRUE(again.conflict) << language::write(*parsed.conflict);
  return again.conflict.value();
}

Words problemsOf(const std::string& text, const char* name = "table.csv") {
  const language::SourceText source(name, text);
  return lines(readModel(source).diagnostics, source);
}

const char* const ranking = "ranking,Row.defect,Col.defect,status quo,Row,Col\n"
                            "peace,N,N,Y,2,2\n"
                            "cheat,Y,N,,1,4\n"
                            "cheated,N,Y,,4,1\n"
                            "war,Y,Y,,3,3\n";

TEST(Table, ARankingIsAConflictByItself) {
  const auto c = read(ranking);
  EXPECT_EQ(c.listed.size(), 4U);
  EXPECT_EQ(c.listed[1].name, "cheat");
  EXPECT_EQ(c.statusQuo->letters(), "NN");
  const Game game(c);
  EXPECT_EQ(game.equilibria(model::Concept::nash), std::vector<std::size_t>{3}); // by hand: both defect
  EXPECT_TRUE(game.prefers(0, 1, 0));
}

TEST(Table, PayoffsAreExactWithDecimalCommasToo) {
  const auto c = read("payoffs;A.x;A\n1;N;0,5\n2;Y;1/2\n", "t.csv");
  const Game game(c);
  EXPECT_FALSE(game.prefers(0, 0, 1));
  EXPECT_FALSE(game.prefers(0, 1, 0));
  const Game tabs(read("\xEF\xBB\xBFpayoffs\tA.x\tA\r\n1\tN\t\xE2\x88\x92"
                       "2.5\r\n2\tTRUE\t1e1\r\n"));
  EXPECT_TRUE(tabs.prefers(0, 1, 0));
}

TEST(Table, ScoresAreWeights) {
  const auto c = read("scores,A,B\nA.x,2.50,-1\nB.y,,3\n");
  const auto& weights = std::get<model::Weights>(c.parties[0].preference);
  ASSERT_EQ(weights.weights.size(), 1U);
  EXPECT_EQ(weights.decimals, 1);
  EXPECT_EQ(weights.weights[0].units, 25);
  EXPECT_EQ(std::get<model::Weights>(c.parties[1].preference).weights.size(), 2U);
}

TEST(Table, TheKindIsInTheFirstCellOrTheNameOfTheFile) {
  const std::string body = ",A.x,A\ns1,N,1\ns2,Y,2\n";
  EXPECT_FALSE(Game(read("state" + body, "ranking.csv")).prefers(0, 1, 0));
  EXPECT_TRUE(Game(read("state" + body, "payoffs-2026.csv")).prefers(0, 1, 0));
  EXPECT_TRUE(Game(read("payoffs" + body, "ranking.csv")).prefers(0, 1, 0));
  EXPECT_EQ(problemsOf("state" + body, "mine.csv").front().substr(0, 9), "S0716 1:1");
}

TEST(Table, WhatASpreadsheetHasChangedIsToldByItsCell) {
  const auto first = [](const std::string& text) { return problemsOf(text).front(); };
  EXPECT_EQ(first("ranking,A.x,A\ns1,N,02-Jan\ns2,Y,2\n"), "S0717 2:6 cell C2 looks like a date: `02-Jan`");
  EXPECT_EQ(first("ranking,A.x,A\ns1,N,2026-01-02\ns2,Y,2\n"),
            "S0717 2:6 cell C2 looks like a date: `2026-01-02`");
  EXPECT_EQ(first("ranking,A.x,A\ns1,N,=B2\ns2,Y,2\n"), "S0717 2:6 cell C2 looks like a formula: `=B2`");
  EXPECT_EQ(first("ranking,A.x,A\ns1,#NAME?,1\ns2,Y,2\n"),
            "S0717 2:4 cell B2 looks like the error of a formula: `#NAME?`");
  EXPECT_EQ(first("payoffs,A.x,A\ns1,N,1.23E+05\ns2,Y,2\n"),
            "S0717 2:6 cell C2 looks like a long number cut short: `1.23E+05`");
  EXPECT_EQ(first("payoffs,A.x,A\ns1,N,(5)\ns2,Y,2\n"),
            "S0717 2:6 cell C2 looks like a negative number as accountants write it: `(5)`");
  EXPECT_EQ(first("ranking,A.x,A\ns1,N,\ns2,Y,2\n"), "S0716 2:6 cell C2 is empty");
  EXPECT_EQ(first("ranking,A.x,A\ns1,N\ns2,Y,2\n"), "S0716 2:5 cell C2 is empty");
  EXPECT_EQ(first("ranking,A.x,A\ns1,N,n/a\ns2,Y,2\n"), "S0716 2:6 cell C2 is `n/a`");
  EXPECT_EQ(first("ranking,A.x,A\ns1,N,0\ns2,Y,2\n"), "S0716 2:6 cell C2 is `0`");
  EXPECT_EQ(first("ranking,A.x,A\ns1,maybe,1\ns2,Y,2\n"), "S0716 2:4 cell B2 is `maybe`");
  EXPECT_EQ(first("ranking,A.x,02-Jan\ns1,N,1\ns2,Y,2\n"), "S0717 1:13 cell C1 looks like a date: `02-Jan`");
  EXPECT_EQ(first("ranking,A.x,A\ns1,N,1\ns1,Y,2\n"), "S0716 3:1 cell A3 names `s1` again");
  EXPECT_EQ(first("ranking,A.x,A\n\"s1,N,1\ns2,Y,2\n"),
            "S0716 2:1 the quote that begins here is never closed");
  EXPECT_EQ(first("ranking,A\ns1,1\ns2,2\n"),
            "S0716 2:1 the table does not say which options there are and whose");
  EXPECT_EQ(first("ranking,A.x,A\n"), "S0716 1:1 the table has no rows below its headings");
  // Two rows that are one state are an error of the language, at the cell of the second.
  EXPECT_EQ(first("ranking,A.x,A\ns1,N,1\ns2,N,2\n").substr(6, 3), "3:1");
}

model::Conflict model() {
  return language::parse({"m", "conflict \"m\"\nparty A\n  option x\n  option y\nparty B\n  option z\n"
                               "never x and y\nstate war = x, z\nstatus quo y\n"})
      .conflict.value();
}

Words problemsInto(const std::string& text) {
  const language::SourceText source("t.csv", text);
  return lines(readTableInto(source, model()).diagnostics, source);
}

TEST(Table, GoesIntoAModelByNameNumberOrLetters) {
  // Feasible: NNN YNN NYN NNY YNY(war) NYY, numbered 1 to 6.
  const language::SourceText source("t.csv", "ranking,B\n1,1\ns2,2\nstatus quo,3\nNNY,4\nwar,5\nNYY,6\n");
  const auto parsed = readTableInto(source, model());
  ASSERT_TRUE(parsed.conflict) << testing::PrintToString(lines(parsed.diagnostics, source));
  const Game game(*parsed.conflict);
  for (std::size_t s = 0; s + 1 < 6; ++s)
    EXPECT_TRUE(game.prefers(1, s, s + 1)) << s;
}

TEST(Table, WhatDoesNotFitTheModelIsTold) {
  const std::string rest = "2,2\n3,3\n4,4\n5,5\n6,6\n";
  EXPECT_EQ(problemsInto("ranking,B\n1,1\n" + rest), Words{});
  EXPECT_EQ(problemsInto("ranking,C\n1,1\n" + rest), Words{"S0716 1:9 the model has no party `C`"});
  EXPECT_EQ(problemsInto("ranking,B\n" + rest), Words{"S0716 6:1 the table has no row for state s1, NNN"});
  EXPECT_EQ(problemsInto("ranking,B\n1,1\nNNN,7\n" + rest),
            Words{"S0716 3:1 cell A3 is state s1 again, as cell A2"});
  EXPECT_EQ(problemsInto("ranking,B\n1,1\nwat,7\n" + rest),
            Words{"S0716 3:1 cell A3: no feasible state is called `wat`"});
  EXPECT_EQ(problemsInto("ranking,B\ns1,1\n011,2\n01,3\n")[0],
            "S0717 4:1 cell A4 has lost its leading zeros: `01`");
  EXPECT_EQ(problemsInto("ranking,B\n000,1\n100,2\n010,3\n001,4\n101,5\n011,6\n"), Words{});
}

TEST(Table, RandomConflictsComeBackAsRankingAndPayoffs) {
  support::Kind kind = support::Kind::anything();
  kind.graphForm = false;
  support::forSeeds(150, kind, [](const model::Conflict& conflict) {
    const Game game(conflict);
    if (!(game.size() > 0 && !conflict.options.empty()))
      return;
    for (const TableKind table : {TableKind::ranking, TableKind::payoffs}) {
      const auto written = writeTable(table, conflict, tableOf(game));
      ASSERT_TRUE(written.text.has_value());
      const language::SourceText source("t.csv", *written.text);
      const auto parsed = readModel(source);
      if (!parsed.conflict)
        std::cerr << *written.text << testing::PrintToString(lines(parsed.diagnostics, source));
      ASSERT_TRUE(parsed.conflict.has_value());
      const Game back(*parsed.conflict);
      ASSERT_TRUE(letters(back.feasible()) == letters(game.feasible()));
      for (std::size_t i = 0; i < game.parties(); ++i)
        for (std::size_t s = 0; s < game.size(); ++s)
          for (std::size_t t = 0; t < game.size(); ++t)
            ASSERT_TRUE(back.prefers(i, s, t) == game.prefers(i, s, t));
      for (const auto& row : model::concepts)
        ASSERT_TRUE(back.equilibria(row.id) == game.equilibria(row.id));
    }
  });
}

TEST(Table, JunkIsAnswered) {
  support::SeededDice dice(11);
  for (std::size_t round = 0; round < 400; ++round) {
    std::string text = ranking;
    for (std::size_t changes = 1 + dice.roll(6); changes > 0; --changes)
      text[dice.roll(text.size())] = ",;\n\"\t=1Y-.#\xFF"[dice.roll(12)];
    readTable({"t.csv", text});
    readTableInto({"t.csv", text}, model());
  }
}

} // namespace
} // namespace stasis::exchange
