// Every construct of the language, once, and what the conflict then holds.

#include "parse_examples.h"

namespace stasis::language {
namespace {

using model::Choice;
using model::Conflict;
using model::Direction;
using model::OptionId;
using model::PartyId;
using model::StateRef;

// The conflict of docs/language.md, and the result Hipel, Fang, Kilgour & Haight (1993) give for it: five
// options, nine feasible states where accepting, delaying and abandoning exclude each other.
const std::string elmira = R"(conflict "Elmira groundwater contamination"
about    "Hipel, Fang, Kilgour & Haight 1993"          # free text, optional

party MoE "Ontario Ministry of the Environment"
  option modify "Modify the control order"  irrevocable # once taken, stays
party Uniroyal "Uniroyal Chemical Ltd."
  option delay   "Lengthen the appeal"      unresumable # once dropped, stays dropped
  option accept  "Accept the control order"
  option abandon "Abandon the operation"    irrevocable
party Local "Local government"
  option insist  "Insist on the original order"

exactly one of delay, accept, abandon                   # also: at most 2 of …, at least one of …, none of …
never modify and abandon                                # an infeasible combination
always insist or modify                                 # the same the other way round
define agreed = accept and not insist                   # a named expression
status quo delay, insist                                # the options taken now; all others are not

prefer MoE                                              # statements, most important first
  not abandon
  accept
  insist iff not modify
)";

std::string words(const std::string& text, model::Range range) {
  return text.substr(range.begin, range.end - range.begin);
}

TEST(Parse, TheExampleOfTheDocumentation) {
  const Conflict c = conflictOf(elmira);
  EXPECT_EQ(c.title, "Elmira groundwater contamination");
  EXPECT_EQ(c.about, std::vector<std::string>{"Hipel, Fang, Kilgour & Haight 1993"});
  ASSERT_EQ(c.parties.size(), 3U);
  ASSERT_EQ(c.options.size(), 5U);
  EXPECT_EQ(c.parties[1].name, "Uniroyal");
  EXPECT_EQ(c.parties[1].label, "Uniroyal Chemical Ltd.");
  EXPECT_EQ(c.parties[1].firstOption, 1U);
  EXPECT_EQ(c.parties[1].optionCount, 3U);
  EXPECT_EQ(words(elmira, c.parties[1].range), "Uniroyal");
  EXPECT_EQ(c.options[0].direction, Direction::irrevocable);
  EXPECT_EQ(c.options[1].direction, Direction::unresumable);
  EXPECT_EQ(c.options[2].direction, Direction::both);
  EXPECT_EQ(c.options[3].label, "Abandon the operation");
  EXPECT_EQ(c.options[4].owner, PartyId(2));
  EXPECT_EQ(words(elmira, c.options[4].range), "insist");
  ASSERT_EQ(c.constraints.size(), 3U);
  EXPECT_EQ(words(elmira, c.constraints[0].range), "exactly one of delay, accept, abandon");
  EXPECT_EQ(words(elmira, c.constraints[1].range), "never modify and abandon");
  ASSERT_EQ(c.defines.size(), 1U);
  EXPECT_EQ(words(elmira, c.defines[0].range), "agreed");
  ASSERT_TRUE(c.statusQuo);
  EXPECT_EQ(c.statusQuo->letters(), "NYNNY");
  EXPECT_EQ(words(elmira, c.statusQuoRange), "status quo delay, insist");
  const auto& said = std::get<model::Prioritised>(c.parties[0].preference);
  ASSERT_EQ(said.tiers.size(), 3U);
  EXPECT_EQ(words(elmira, said.range), "prefer MoE");
  EXPECT_EQ(words(elmira, said.tiers[2][0].range), "insist iff not modify");
}

TEST(Parse, TiersOfEqualPriority) {
  const Conflict c = conflictOf("conflict \"t\"\nparty P\n  option a\n  option b\n  option c\n"
                                "prefer P\n  a | not b |\n    c\n  b\n");
  const auto& said = std::get<model::Prioritised>(c.parties[0].preference);
  ASSERT_EQ(said.tiers.size(), 2U);
  EXPECT_EQ(said.tiers[0].size(), 3U);
  EXPECT_EQ(said.tiers[1].size(), 1U);
}

TEST(Parse, Rankings) {
  const Conflict c = conflictOf("conflict \"t\"\nparty P\n  option a\n  option b\nstate war = a, b\n"
                                "rank P\n  s3 > war ~\n  s1 > 2\n");
  const auto& ranking = std::get<model::Ranking>(c.parties[0].preference);
  ASSERT_EQ(ranking.classes.size(), 3U);
  ASSERT_EQ(ranking.classes[1].size(), 2U);
  EXPECT_EQ(ranking.classes[0][0].kind, StateRef::Kind::number);
  EXPECT_EQ(ranking.classes[0][0].value, 3U);
  EXPECT_EQ(ranking.classes[1][0].kind, StateRef::Kind::named);
  EXPECT_EQ(ranking.classes[1][0].value, 0U);
  EXPECT_EQ(ranking.classes[2][0].value, 2U);
}

TEST(Parse, RankingOnTheLineOfTheParty) {
  const Conflict c = conflictOf("conflict \"t\"\nparty P\n  option a\nrank P s2 > s1\n");
  EXPECT_EQ(std::get<model::Ranking>(c.parties[0].preference).classes.size(), 2U);
}

TEST(Parse, WeightsAreExact) {
  const Conflict d =
      conflictOf("conflict \"t\"\nparty P\n  option a\n  option b\nparty Q\n  option c\n  option d\n"
                 "weigh P\n  a 3\n  b -2.50\n  Q.c +0.125\nprefer Q\n  d\n");
  const auto& weights = std::get<model::Weights>(d.parties[0].preference);
  EXPECT_EQ(weights.decimals, 3);
  ASSERT_EQ(weights.weights.size(), 3U);
  EXPECT_EQ(weights.weights[0].units, 3000);
  EXPECT_EQ(weights.weights[1].units, -2500);
  EXPECT_EQ(weights.weights[2].units, 125);
  EXPECT_EQ(weights.weights[2].option(), OptionId(2));
}

TEST(Parse, ListedStates) {
  const std::string text = "conflict \"t\"\nparty P\n  option a\n  option b\n  option c\n"
                           "states\n  s1  Y N N\n  s5  -NY   \"Unclear\"\n  war \"War\" Y Y -\n"
                           "rank P\n  s1 > s2 > war\n";
  const Conflict c = conflictOf(text);
  ASSERT_EQ(c.listed.size(), 3U);
  EXPECT_EQ(c.listed[0].pattern.letters(), "YNN");
  EXPECT_EQ(c.listed[1].pattern.letters(), "-NY");
  EXPECT_EQ(c.listed[1].label, "Unclear");
  EXPECT_EQ(c.listed[2].label, "War");
  EXPECT_EQ(words(text, c.listed[2].range), "war");
  EXPECT_TRUE(c.hasMergedStates());
  const auto& ranking = std::get<model::Ranking>(c.parties[0].preference);
  EXPECT_EQ(ranking.classes[0][0].kind, StateRef::Kind::listed); // a listed name wins over a number
  EXPECT_EQ(ranking.classes[1][0].kind, StateRef::Kind::number); // s2 is not listed by name: the second
  EXPECT_EQ(ranking.classes[1][0].value, 2U);
}

TEST(Parse, TheListEndsWithTheFirstOtherLine) {
  const Conflict c =
      conflictOf("conflict \"t\"\nparty P\n  option a\nstates\n  s1 Y\n  s2 N\nexactly one of a\n"
                 "expect 2 states\nrank P\n  s1 > s2\n");
  EXPECT_EQ(c.listed.size(), 2U);
  EXPECT_EQ(c.constraints.size(), 1U);
}

TEST(Parse, NamedStates) {
  const Conflict c = conflictOf("conflict \"t\"\nparty P\n  option a\nparty Q\n  option a\n  option b\n"
                                "state war \"Open war\" = P.a, b\nstate peace = none\nstate all_of_q = Q.*\n"
                                "status quo none\nprefer P\n  P.a\n  Q.a\nprefer Q\n  b\n");
  ASSERT_EQ(c.named.size(), 3U);
  EXPECT_EQ(c.named[0].state.letters(), "YNY");
  EXPECT_EQ(c.named[0].label, "Open war");
  EXPECT_EQ(c.named[1].state.letters(), "NNN");
  EXPECT_EQ(c.named[2].state.letters(), "NYY");
  EXPECT_EQ(c.statusQuo->letters(), "NNN");
}

TEST(Parse, Moves) {
  const Conflict c =
      conflictOf("conflict \"t\"\nparty P\n  option a\nparty Q\n  option b\nparty R\n  option c\n"
                 "state here = none\nmove P  here -> s2, s3 <-> s4\nmove P\n  s4 -> s1,\n  s2 -> s1\n"
                 "  s5 -> s1\nmove Q none\nprefer P\n  a\nprefer Q\n  b\nprefer R\n  c\n");
  ASSERT_TRUE(c.parties[0].moves);
  ASSERT_EQ(c.parties[0].moves->size(), 6U);
  EXPECT_EQ((*c.parties[0].moves)[0].from.kind, StateRef::Kind::named);
  EXPECT_EQ((*c.parties[0].moves)[1].from.value, 3U);
  EXPECT_EQ((*c.parties[0].moves)[2].from.value, 4U);
  EXPECT_EQ((*c.parties[0].moves)[2].to.value, 3U);
  ASSERT_TRUE(c.parties[1].moves); // all the moves it has are none
  EXPECT_TRUE(c.parties[1].moves->empty());
  EXPECT_FALSE(c.parties[2].moves);
}

TEST(Parse, Expectations) {
  const std::string text =
      "conflict \"t\"\nparty Syria\n  option a\nstate war = a\n"
      "expect seq = s5, war\nexpect NASH = none\nexpect war is equilibrium under nash, seq\n"
      "expect s1 is not equilibrium under gmr\nexpect war is not stable for Syria under smr\n"
      "expect 2 is stable for Syria under sseq\nexpect 0012345678901234567890123 states\n"
      "prefer Syria\n  a\n";
  const Conflict c = conflictOf(text);
  ASSERT_EQ(c.expectations.size(), 7U);
  const auto& first = std::get<model::ExpectEquilibria>(c.expectations[0].what);
  EXPECT_EQ(first.concept_.id, model::Concept::seq);
  ASSERT_EQ(first.states.size(), 2U);
  EXPECT_EQ(first.states[0].value, 5U);
  EXPECT_TRUE(std::get<model::ExpectEquilibria>(c.expectations[1].what).states.empty());
  const auto& third = std::get<model::ExpectState>(c.expectations[2].what);
  EXPECT_EQ(third.concepts.size(), 2U);
  EXPECT_FALSE(third.negated);
  EXPECT_FALSE(third.stableFor);
  EXPECT_TRUE(std::get<model::ExpectState>(c.expectations[3].what).negated);
  const auto& fifth = std::get<model::ExpectState>(c.expectations[4].what);
  EXPECT_TRUE(fifth.negated);
  EXPECT_EQ(fifth.stableFor, PartyId(0));
  EXPECT_EQ(std::get<model::ExpectState>(c.expectations[5].what).state.value, 2U);
  EXPECT_EQ(std::get<model::ExpectCount>(c.expectations[6].what).count, "12345678901234567890123");
  EXPECT_EQ(words(text, c.expectations[4].range), "expect war is not stable for Syria under smr");
}

TEST(Parse, CitationsGoToWhatStandsBefore) {
  const std::string text =
      "conflict \"t\"\nsource r \"reports/r.txt\" \"wire report\"\nsource q \"q.txt\"\n"
      "party P\n  because r \"the party\"\n  option a \"A\" irrevocable because q \"the option\"\n"
      "    because r \"again\"\n  option b\nnever a and b\n  because r \"the constraint\"\n"
      "exactly one of a, b because r \"the count\"\n"
      "prefer P\n  a because r \"first\" | b because q \"second\"\n    because r \"second again\"\n"
      "party Q\n  option c\nweigh Q\n  c 2\n    because r \"the \\\"weight\\\"\"\n";
  const Conflict c = conflictOf(text);
  ASSERT_EQ(c.sources.size(), 2U);
  EXPECT_EQ(c.sources[0].path, "reports/r.txt");
  EXPECT_EQ(c.sources[0].description, "wire report");
  ASSERT_EQ(c.parties[0].because.size(), 1U);
  ASSERT_EQ(c.options[0].because.size(), 2U);
  EXPECT_EQ(c.options[0].because[0].source, model::SourceId(1));
  EXPECT_EQ(c.options[0].because[0].words, "the option");
  EXPECT_EQ(words(text, c.options[0].because[0].wordsRange), "\"the option\"");
  EXPECT_EQ(words(text, c.options[0].because[0].range), "because q \"the option\"");
  EXPECT_TRUE(c.options[1].because.empty());
  EXPECT_EQ(c.constraints[0].because[0].words, "the constraint");
  EXPECT_EQ(words(text, c.constraints[1].range), "exactly one of a, b");
  EXPECT_EQ(c.constraints[1].because.size(), 1U);
  const auto& tier = std::get<model::Prioritised>(c.parties[0].preference).tiers[0];
  ASSERT_EQ(tier.size(), 2U);
  EXPECT_EQ(tier[0].because.size(), 1U);
  ASSERT_EQ(tier[1].because.size(), 2U);
  EXPECT_EQ(tier[1].because[1].words, "second again");
  EXPECT_EQ(std::get<model::Weights>(c.parties[1].preference).weights[0].because[0].words, "the \"weight\"");
}

TEST(Parse, NamesMayBeDeclaredAfterTheirUse) {
  const Conflict c =
      conflictOf("prefer P\n  d\ndefine d = e and b\ndefine e = not a\nstatus quo a\nrank Q\n  here > s2\n"
                 "state here = b\nparty P\n  option a\nparty Q\n  option b\nconflict \"t\"\n");
  ASSERT_EQ(c.defines.size(), 2U);
  EXPECT_EQ(c.defines[0].name, "e"); // a define names only those before it
  EXPECT_EQ(c.defines[1].name, "d");
  EXPECT_EQ(c.defines[1].meaning.defines(), std::vector{model::DefineId(0)});
}

TEST(Parse, DefinesKeepTheirOrderWhereItIsFree) {
  const Conflict c =
      conflictOf("conflict \"t\"\nparty P\n  option a\ndefine z = a\ndefine y = not z\ndefine x = a\n"
                 "prefer P\n  a\n");
  EXPECT_EQ(c.defines[0].name + c.defines[1].name + c.defines[2].name, "zyx");
}

TEST(Parse, AnOptionIsCalledByItsPartyWhereItsNameIsNotUnique) {
  const Conflict c = conflictOf("conflict \"t\"\nparty A\n  option x\nparty B\n  option x\n  option y\n"
                                "prefer A\n  A.x and B.y\nprefer B\n  not B.x and y\n");
  const auto& said = std::get<model::Prioritised>(c.parties[0].preference);
  EXPECT_EQ(said.tiers[0][0].wanted.options(), (std::vector{OptionId(0), OptionId(2)}));
}

TEST(Parse, IndentationTabsAndLineEndsDoNotMatter) {
  EXPECT_EQ(conflictOf("conflict \"t\"\r\n\tparty P\r\n\t\toption a\r\nprefer P\r\na\r\n").options.size(),
            1U);
  EXPECT_EQ(conflictOf("conflict \"t\"\nparty P\noption a\nprefer P\na").options.size(), 1U);
}

TEST(Parse, WithoutTitleTheNameOfTheFile) {
  const auto titleOf = [](const char* file) {
    return parse(SourceText(file, "party P\n  option a\nprefer P\n  a\n")).conflict->title;
  };
  EXPECT_EQ(titleOf("cases/elmira.conflict"), "elmira");
  EXPECT_EQ(titleOf("<stdin>"), "untitled");
  EXPECT_EQ(titleOf("-"), "untitled");
  EXPECT_EQ(titleOf("x/.conflict"), ".conflict");
}

TEST(Parse, ContextualWordsAreNamesElsewhere) {
  const Conflict c =
      conflictOf("conflict \"t\"\nparty under\n  option one\n  option least\n  option stable\n  option quo\n"
                 "prefer under\n  one and least\n  at least one of one, stable, quo\n");
  EXPECT_EQ(c.options.size(), 4U);
}

TEST(Parse, LaterPartsOfALineCanBeOnTheNextOnes) {
  const Conflict c =
      conflictOf("conflict \"t\"\nparty P\n  option a\n  option b\nexactly one of # which?\n  a, # this\n\n"
                 "  b\ndefine d =\n  not\n  a\nprefer P\n  a\n  b\n");
  EXPECT_EQ(c.constraints[0].holds.root().operands, 2U);
}

} // namespace
} // namespace stasis::language
