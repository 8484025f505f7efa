// Tables out: the bytes of small ones by hand, what a table has no place for, and what no table can say.

#include "exchange/table.h"
#include "language/parse.h"
#include "reading.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace stasis::exchange {
namespace {

using oracle::Game;

model::Conflict conflictOf(const std::string& text) {
  auto parsed = language::parse(language::SourceText("test", text));
  EXPECT_TRUE(parsed.conflict) << text;
  return std::move(parsed.conflict).value();
}

/// Code and message of each problem.
Words problemsOf(TableKind kind, const std::string& text) {
  const auto conflict = conflictOf(text);
  const auto written = writeTable(kind, conflict, tableOf(Game(conflict)));
  Words all;
  for (const auto& problem : written.diagnostics)
    all.push_back(std::string(problem.code) + ' ' + problem.message +
                  (problem.help.empty() ? "" : " / " + problem.help));
  const bool refused = std::ranges::any_of(
      written.diagnostics, [](const auto& d) { return d.severity == language::Severity::error; });
  EXPECT_EQ(written.text.has_value(), !refused);
  return all;
}

const std::string weighed = "conflict \"W\"\nparty A\n  option x\n  option z\nparty B\n  option y\n"
                            "weigh A\n  x 2.50\n  y -1\nweigh B\n  y 3\n";

TEST(TableWrite, ScoresAreTheWeightsOfEachParty) {
  const auto conflict = conflictOf(weighed);
  const auto written = writeTable(TableKind::scores, conflict, tableOf(Game(conflict)));
  EXPECT_EQ(written.text.value(), "scores,A,B\nA.x,2.50,\nA.z,,\nB.y,-1.00,3\n");
  ASSERT_EQ(written.diagnostics.size(), 1U);
  EXPECT_EQ(written.diagnostics[0].message, "a table has no place for the title");
}

// Places count from the best, payoffs from the worst, both without gaps; the first state marked is today's.
TEST(TableWrite, RankingAndPayoffsCountFromOneWithoutGaps) {
  const auto conflict =
      conflictOf("conflict \"R\"\nparty A\n  option x irrevocable\nparty B\n  option y\n"
                 "state truce = none\nstatus quo y\nprefer A\n  x\nprefer B\n  not x\n  y\n");
  const auto table = tableOf(Game(conflict));
  EXPECT_EQ(writeTable(TableKind::ranking, conflict, table).text.value(),
            "ranking,A.x irrevocable,B.y,status quo,A,B\n"
            "truce,N,N,,2,2\ns2,Y,N,,1,4\ns3,N,Y,Y,2,1\ns4,Y,Y,,1,3\n");
  EXPECT_EQ(writeTable(TableKind::payoffs, conflict, table).text.value(),
            "payoffs,A.x irrevocable,B.y,status quo,A,B\n"
            "truce,N,N,,1,3\ns2,Y,N,,2,1\ns3,N,Y,Y,1,4\ns4,Y,Y,,2,2\n");
}

TEST(TableWrite, SaysInOneLineWhatATableHasNoPlaceFor) {
  EXPECT_EQ(
      problemsOf(TableKind::ranking,
                 "conflict \"T\"\nabout \"why\"\nparty A \"The first\"\n  option x\nparty B\n  option y\n"
                 "define d = x\nnever x and y\nprefer A\n  d\nexpect nash = s1\n"),
      Words{"S0712 a table has no place for the title, the lines about the conflict, labels, definitions, "
            "constraints, whose states are listed instead, statements, whose places are listed instead and "
            "expectations"});
  EXPECT_EQ(problemsOf(TableKind::scores, weighed + "status quo x\n"),
            Words{"S0712 a table has no place for the title and the status quo"});
}

TEST(TableWrite, RefusesWhatNoTableCanSay) {
  EXPECT_EQ(
      problemsOf(TableKind::scores, weighed + "never x and y\n"),
      Words{"S0711 a table of scores has no place for what cannot be / `--format ranking` lists the states"});
  EXPECT_EQ(problemsOf(TableKind::scores, "party A\n  option x irrevocable\nweigh A\n  x 1\n"),
            Words{"S0711 a table of scores has no place for directions / `--format ranking` keeps them"});
  EXPECT_EQ(problemsOf(TableKind::scores, "party A\n  option x\nprefer A\n  x\n"),
            Words{"S0711 `A` does not weigh options alone, and a table of scores has nothing else / "
                  "`--format ranking` takes any preference"});
  EXPECT_EQ(problemsOf(TableKind::scores, "party A\n  option x\nparty B\n  option y\nweigh A\n  x and y 1\n"),
            Words{"S0711 `A` does not weigh options alone, and a table of scores has nothing else / "
                  "`--format ranking` takes any preference"});
  EXPECT_EQ(problemsOf(TableKind::ranking, "party A\n  option x\nmove A s1 -> s2\nrank A\n  s1 > s2\n"),
            Words{"S0711 a table of states has no place for listed moves / `--format json` keeps them"});
  for (const TableKind kind : {TableKind::ranking, TableKind::scores})
    EXPECT_EQ(problemsOf(kind, "party A\n"),
              Words{"S0711 a table of a conflict without options would say nothing"});
}

} // namespace
} // namespace stasis::exchange
