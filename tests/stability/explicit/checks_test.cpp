#include "language/parse_examples.h"
#include "stability/explicit/explicit_engine.h"
#include "support/published.h"

namespace stasis::stability {
namespace {

/// The diagnostics of opening the engine, for a text without errors of its own.
std::string found(const std::string& text) {
  const language::SourceText source("t.conflict", text);
  const auto parsed = language::parse(source);
  EXPECT_TRUE(parsed.conflict) << language::told(source, parsed.diagnostics);
  if (!parsed.conflict)
    return "not parsed";
  return language::told(source, openExplicit(*parsed.conflict, {}, {}).diagnostics);
}

const std::string two = "party Iraq\n  option attack\n"
                        "party Syria\n  option release\n  option escalate\n"; // lines 1 to 5

TEST(Checks, NothingIsFoundInASoundConflict) {
  EXPECT_EQ(
      found(two +
            "never release and escalate\nstatus quo attack\n"
            "prefer Iraq\n  release\n  not escalate\n  attack\nrank Syria\n  s1 > s3 > s2 > s4 ~ s5 ~ s6\n"),
      "");
}

TEST(Checks, ARankingNamesEveryFeasibleStateOnce) {
  EXPECT_EQ(found(two + "never release and escalate\nrank Iraq\n  s1 > s2 > s3 > s5\n"),
            "7:1-10 error S0403 the ranking of Iraq misses `s4` and `s6`\n"
            "  help: every feasible state stands in it once; states liked equally are joined by `~`\n");
  EXPECT_EQ(found(two + "rank Iraq\n  s1 > s2 > s3 > s4 > s5 > s6 > s7 > s8 > s9\n"),
            "7:43-45 error S0417 there is no state `s9`\n"
            "  help: the feasible states are `s1` to `s8`\n");
  EXPECT_EQ(found("party P\n  option a\nstate yes = a\nrank P\n  s1 > s2 > yes\n"),
            "5:13-16 error S0402 `yes` stands twice in the ranking of P\n"
            "  note: it is the state called `s2` before\n"
            "  help: delete one of the two\n");
}

TEST(Checks, ARuleIsNamedThatAllRankingsTakeForGranted) {
  const std::string help = " would exclude: is that line missing above? Else give each a place, those liked "
                           "equally joined by `~`\n";
  // States from 1: attack is the lowest bit, then release, then escalate.
  EXPECT_EQ(
      found(two + "rank Iraq\n  s1 > s2 > s3 > s4 > s5 > s6\nrank Syria\n  s6 > s5 > s4 > s3 > s2 > s1\n"),
      "6:1-10 error S0403 the ranking of Iraq misses `s7` and `s8`\n"
      "  help: these are the states that `never release and escalate`" +
          help +
          "8:1-11 error S0403 the ranking of Syria misses `s7` and `s8`\n"
          "  help: these are the states that `never release and escalate`" +
          help);
  const std::string counted =
      found(two + "rank Iraq\n  s3 > s4 > s5 > s6\nrank Syria\n  s6 > s5 > s4 > s3\n");
  EXPECT_NE(
      counted.find("misses `s1`, `s2`, `s7` and `s8`\n  help: these are the states that `exactly one of "
                   "release, escalate`" +
                   help),
      std::string::npos)
      << counted;
  // One ranking alone, and one that names a state that there is not, may as well have forgotten some.
  EXPECT_EQ(found(two + "rank Iraq\n  s1 > s2 > s3 > s4 > s5 > s6\n").find("exclude"), std::string::npos);
  EXPECT_EQ(
      found(two +
            "rank Iraq\n  s1 > s2 > s3 > s4 > s5 > s6\nrank Syria\n  s1 > s2 > s3 > s4 > s5 > s6 > s9\n")
          .find("exclude"),
      std::string::npos);
  // Each misses others.
  EXPECT_EQ(
      found(two + "rank Iraq\n  s1 > s2 > s3 > s4 > s5 > s6\nrank Syria\n  s3 > s4 > s5 > s6 > s7 > s8\n")
          .find("exclude"),
      std::string::npos);
}

TEST(Checks, AStateRankedTwiceStandsForTheOneThatIsMissing) {
  EXPECT_EQ(found("party P\n  option a\n  option b\nstate yes = a\nrank P\n  s1 > s2 > s4 > yes\n"),
            "6:18-21 error S0402 `yes` stands twice in the ranking of P\n"
            "  note: it is the state called `s2` before\n"
            "  help: was `s3` meant? It has no place yet\n"
            "  proposed: 6:18 |yes| -> |s3|\n");
}

TEST(Checks, ContradictoryConstraintsAreNamed) {
  EXPECT_EQ(
      found(two + "always attack\nnever attack and release\nalways escalate\nalways release or not attack\n"),
      "9:1-29 error S0603 no state is feasible: this contradicts what else must hold\n"
      "  line 6: it cannot hold together with\n"
      "  line 7: it cannot hold together with\n"
      "  help: one of these 3 has to give way\n");
  EXPECT_EQ(found(two + "exactly 3 of attack, release\n"),
            "6:1-29 error S0603 no state is feasible: this can never hold\n"
            "  help: change it\n");
}

TEST(Checks, TodayMustBePossible) {
  EXPECT_EQ(found(two + "never release and escalate\nstatus quo release, escalate\n"),
            "7:1-29 warning S0605 the status quo is not a feasible state: it breaks a constraint\n"
            "  line 6: the constraint is\n"
            "  help: paths and the question whether today's state holds need a feasible one\n");
}

TEST(Checks, NamedStatesMustBeFeasibleWhereTheyCount) {
  const std::string odd = two + "never release and escalate\nstate odd = release, escalate\n";
  EXPECT_EQ(found(odd), "7:7-10 warning S0606 `odd` is not a feasible state: it breaks a constraint\n"
                        "  line 6: the constraint is\n");
  EXPECT_EQ(found(odd + "move Iraq\n  odd -> s1\n"),
            "7:7-10 warning S0606 `odd` is not a feasible state: it breaks a constraint\n"
            "  line 6: the constraint is\n"
            "9:3-6 error S0606 `odd` is not a feasible state: it breaks a constraint\n"
            "  line 6: the constraint is\n");
  EXPECT_EQ(found(two + "expect nash = s9\n"), "6:15-17 error S0417 there is no state `s9`\n"
                                               "  help: the feasible states are `s1` to `s8`\n");
}

TEST(Checks, AListIsCheckedByItsConstraints) {
  EXPECT_EQ(found("party P\n  option a\n  option b\nnever a and b\nstates\n  s1 Y -\n  s2 N N\n"),
            "6:3-5 error S0604 `s1` has a member that breaks the constraint that `not (a and b)` holds\n"
            "  help: change the line or the constraint; beside a list, constraints only check it\n");
}

// The parser finds these first; a conflict may come from elsewhere.
TEST(Checks, ListedStatesDoNotOverlap) {
  model::Conflict conflict = support::elmira();
  const auto problems = [&] {
    std::string told;
    for (const auto& d : openExplicit(conflict, {}, {}).diagnostics)
      told += d.message + '\n';
    return told;
  };
  conflict.listed[3].pattern = conflict.listed[1].pattern;
  EXPECT_EQ(problems(), "`s4` is the same state as `s2`\n");
  conflict.listed[3].pattern = *model::Pattern::parse("YNNYY");
  EXPECT_EQ(problems(), "`s9` and `s4` have a state in common\n");
  conflict.listed[3].pattern = *model::Pattern::parse("-NNYY");
  EXPECT_EQ(problems(), "`s9` and `s4` have a state in common\n");
}

TEST(Checks, MergedStatesAreOneForEverybody) {
  const std::string merged = "party P\n  option a\n  option b\n  option c\nstates\n  s1 Y - -\n  s2 N N N\n";
  EXPECT_EQ(
      found(merged + "prefer P\n  a\n  b and a\n"),
      "10:3-10 error S0416 this statement tells the members of `s1` apart for P\n"
      "  note: it holds in YYN and not in YNN\n"
      "  help: a merged state is one state for everybody: let the statement not depend on what `-` leaves "
      "open, or list the members singly\n");
  // Whichever of the two holds, one does.
  EXPECT_EQ(found(merged + "prefer P\n  (b or not a) | (a and not b)\n"), "");
  EXPECT_EQ(
      found(merged + "weigh P\n  a 2\n  c -1\n"),
      "10:3-4 error S0416 this weight tells the members of `s1` apart for P\n"
      "  note: it counts in YNY and not in YNN\n"
      "  help: a merged state is one state for everybody: give this no weight, or list the members singly\n");
  EXPECT_EQ(found(merged + "weigh P\n  b or not b 2\n  a and (c or not c) -1\n"), "");
}

TEST(Checks, StatementsThatDecideNothing) {
  EXPECT_EQ(
      found(two +
            "never attack and release\nprefer Iraq\n  attack\n  not attack or not release\n  attack and "
            "release | escalate\n"),
      "9:3-28 warning S0412 this statement holds in every feasible state, so it decides nothing\n"
      "  help: delete it, or look whether a constraint says more than it should\n"
      "10:3-21 warning S0412 this statement holds in no feasible state, so it decides nothing\n"
      "  help: delete it, or look whether a constraint says more than it should\n");
}

// A statement written once for a family is only reported if it decides nothing for any member.
TEST(Checks, AFamilysStatementIsJudgedForAllMembers) {
  const std::string family = "parties G of A, B\n  option sea\nnever A.sea\nprefer each G\n";
  EXPECT_EQ(found(family + "  self.sea\n  B.sea\n"), "");
  EXPECT_EQ(found(family + "  A.sea\n  B.sea\n"),
            "5:3-8 warning S0412 this statement holds in no feasible state, so it decides nothing\n"
            "  help: delete it, or look whether a constraint says more than it should\n");
}

// Iraq's statements tell all six states apart except for two.
TEST(Checks, TiesAreToldWhereTheyAreTheException) {
  const std::string statements = "never release and escalate\nprefer Iraq\n  release and not attack\n"
                                 "  attack and not release and not escalate\n  escalate and attack\n";
  EXPECT_EQ(found(two + statements),
            "7:1-12 warning S0411 3 states are never told apart by the preferences of Iraq\n"
            "  note: they are `s1`, `s4` and `s5`\n"
            "  help: add a statement that tells them apart; if the tie is meant, say so by `rank` or `allow "
            "S0411`\n");
  EXPECT_EQ(
      found("party P\n  option a\n  option b\n  option c\nalways b or not c\nalways a or not b\nprefer "
            "P\n  a\n  b\n"),
      "7:1-9 warning S0411 2 states are never told apart by the preferences of P\n"
      "  note: they are `s3` and `s4`\n"
      "  help: add a statement that mentions `c`; if the tie is meant, say so by `rank` or `allow S0411`\n");
  EXPECT_EQ(found(two + "prefer Iraq\n  attack\n"),
            ""); // one statement is not meant to tell eight states apart
}

} // namespace
} // namespace stasis::stability
