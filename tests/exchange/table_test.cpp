// Tables of states in and out: an exported table comes back with the same answers, and a cell that a
// spreadsheet has changed is named.

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

TEST(Table, ScoresHaveColumnsOfPartiesAlone) {
  EXPECT_EQ(problemsOf("scores,A,status quo\nA.x,1,Y\n"),
            Words{"S0716 1:10 a table of scores has a column for each party only"});
  EXPECT_EQ(problemsOf("scores,A,\nA.x,1,\n"), Words{});
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

// By hand: an empty cell is no weight; the most decimals of a column scale all of it.
TEST(Table, ScoresGoIntoAModel) {
  const language::SourceText source("t.csv", "scores,A,B\nA.x,3,\ny,-1.5,2\nB.z,,0.25\n");
  const auto parsed = readTableInto(source, model());
  ASSERT_TRUE(parsed.conflict) << testing::PrintToString(lines(parsed.diagnostics, source));
  const auto weights = [&](std::size_t party) {
    const auto& all = std::get<model::Weights>(parsed.conflict->parties[party].preference);
    std::vector<std::pair<std::size_t, std::int64_t>> pairs;
    for (const auto& weight : all.weights)
      pairs.emplace_back(weight.option().value().index(), weight.units);
    return std::pair(all.decimals, pairs);
  };
  using Pairs = std::vector<std::pair<std::size_t, std::int64_t>>;
  EXPECT_EQ(weights(0), std::pair(1, Pairs{{0, 30}, {1, -15}}));
  EXPECT_EQ(weights(1), std::pair(2, Pairs{{1, 200}, {2, 25}}));
  EXPECT_EQ(problemsInto("scores,A\nA.q,1\ny,2\n"), Words{"S0716 2:1 cell A2 is `A.q`"});
  EXPECT_EQ(problemsInto("scores,A\nx,1\ny,0.123456789\n"), Words{});
  EXPECT_EQ(problemsInto("scores,A\nx,1\ny,0.1234567891\n"), Words{"S0716 3:3 cell B3 is `0.1234567891`"});
  EXPECT_EQ(problemsInto("scores,A\nx,4611686018427387903\n"), Words{});
  EXPECT_EQ(problemsInto("scores,A\nx,4611686018427387904\n"),
            Words{"S0716 2:3 cell B2 is `4611686018427387904`"});
}

TEST(Table, GoesIntoAModelThatListsItsStates) {
  const auto listed =
      language::parse({"m", "conflict \"m\"\nparty A \"Ann\"\n  option x\n  option y\nstates\n  calm NN\n"
                            "  busy YN\n  late NY\n"})
          .conflict.value();
  const auto problems = [&](const std::string& text) {
    const language::SourceText source("t.csv", text);
    const auto parsed = readTableInto(source, listed);
    if (parsed.conflict) {
      const Game game(*parsed.conflict);
      EXPECT_TRUE(game.prefers(0, 1, 2) && game.prefers(0, 2, 0)) << text;
    }
    return lines(parsed.diagnostics, source);
  };
  EXPECT_EQ(problems("ranking,Ann\ncalm,3\nbusy,1\nlate,2\n"), Words{});
  EXPECT_EQ(problems("ranking,A\n3,2\n1,3\n2,1\n"), Words{});
  EXPECT_EQ(problems("ranking,A\n10,1\n00,3\n01,2\n"), Words{});
  EXPECT_EQ(problems("ranking,A\n4,2\n1,3\n2,1\n"),
            Words{"S0716 2:1 cell A2: no feasible state is called `4`"});
  EXPECT_EQ(problems("ranking,A\nbusy,1\n"),
            Words{"S0716 2:1 the table has no row for state calm, NN, and 1 more"});
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

// --- cells, by hand from RFC 4180 and from what spreadsheets write ---

TEST(Cells, WhatASpreadsheetMadeOfACellShows) {
  const auto is = [](const char* cell, const char* damage) { EXPECT_EQ(damageOf(cell), damage) << cell; };
  for (const char* sound :
       {"",    "#",   "()",          "(5",   "5)",   "(a)",     "(5x",        "x5)", "1.2",
        "1,5", "12",  "12345-01-02", "-1/2", "Ja-5", "Mayor 5", "Marchers 2", "Jan", "1 2",
        "E+5", "1E+", "1E5",         "xE+5", "1E+x", "1;E+5",   "1:x:2:3"})
    is(sound, "");
  for (const char* date :
       {"2-Jan", "Jan-26", "january 5", "1/2", "1-2", "1/2/2026", "1.2.2026", "2026-01-02 00:00", "Sept 3"})
    is(date, "a date");
  for (const char* cut : {"1E+5", "1.2e-10", "1,2E+10", "123E+45"})
    is(cut, "a long number cut short");
  is("=A1", "a formula");
  is("@A1", "a formula");
  is("#REF!", "the error of a formula");
  is("(5)", "a negative number as accountants write it");
  is("(12.5)", "a negative number as accountants write it");
}

TEST(Cells, AreWrittenInQuotesWhereTheyNeedThem) {
  EXPECT_EQ(cellText("a b"), "a b");
  EXPECT_EQ(cellText(""), "");
  for (const char* words : {" a", "a ", "a,b", "a;b", "a\tb", "a\nb", "a\rb"})
    EXPECT_EQ(cellText(words), '"' + std::string(words) + '"');
  EXPECT_EQ(cellText("a\"b"), "\"a\"\"b\"");
}

TEST(Cells, AreReadWithTheirPlaces) {
  const auto cells = [](const std::string& text) {
    const language::SourceText source("t.csv", text);
    language::Problems problems;
    std::vector<Words> rows;
    const auto read = readCells(source, problems);
    if (!read)
      return std::vector<Words>{{std::move(problems).finish({}).at(0).message}};
    for (std::size_t row = 0; row < read->rows.size(); ++row) {
      rows.emplace_back();
      for (const Cell& cell : read->rows[row])
        rows.back().push_back(cell.text + '@' + std::to_string(cell.range.begin) + '-' +
                              std::to_string(cell.range.end));
      rows.back().push_back(read->nameOf(row, 1));
    }
    return rows;
  };
  using Rows = std::vector<Words>;
  EXPECT_EQ(cells("a,b\r\n\r\n c ,\"d\""), (Rows{{"a@0-1", "b@2-3", "B1"}, {"c@7-10", "d@11-14", "B3"}}));
  EXPECT_EQ(cells("\xEF\xBB\xBF"
                  "a;b,c;d"),
            (Rows{{"a@3-4", "b,c@5-8", "d@9-10", "B1"}}));
  EXPECT_EQ(cells("sep=;\na,b;c\n"), (Rows{{"a,b@6-9", "c@10-11", "B2"}}));
  EXPECT_EQ(cells("sep==,\n"), (Rows{{"sep==@0-5", "@6-6", "B1"}}));
  EXPECT_EQ(cells("\",,\";b"), (Rows{{",,@0-4", "b@5-6", "B1"}})) << "separators in quotes do not count";
  EXPECT_EQ(cells("  \"a\"\"b\nc\"d,e"), (Rows{{"a\"b\ncd@2-11", "e@12-13", "B1"}}));
  EXPECT_EQ(cells("a,\""), (Rows{{"the quote that begins here is never closed"}}));
  EXPECT_EQ(cells("\"a\"\""), (Rows{{"the quote that begins here is never closed"}}));
  EXPECT_EQ(cells(std::string("a\0b", 3)), (Rows{{"the file is not UTF-8 text"}}));
  EXPECT_EQ(cells(""), Rows{});
}

TEST(Cells, ColumnsHaveTheirLetters) {
  Cells cells;
  cells.numbers = {7};
  const std::vector<std::pair<std::size_t, const char*>> names{{0, "A7"},   {25, "Z7"},   {26, "AA7"},
                                                               {51, "AZ7"}, {701, "ZZ7"}, {702, "AAA7"}};
  for (const auto& [column, name] : names)
    EXPECT_EQ(cells.nameOf(0, column), name);
}

} // namespace
} // namespace stasis::exchange
