#include "reading.h"
#include "support/processor_time.h"

#include <gtest/gtest.h>

#include <algorithm>

// Every problem of a `.gmcr` file is a diagnostic at the element concerned; the places are counted by hand.

namespace stasis::exchange {
namespace {

/// A sound file, except for what is replaced in it.
std::string with(const std::string& what, const std::string& by) {
  std::string text = R"({
"options": [{"name": "a", "permittedDirection": "both"},
            {"name": "b", "permittedDirection": "fwd"}],
"decisionMakers": [
  {"name": "P", "options": [0], "preferences": [], "preferenceRanking": [1, 2, [3, 4]]},
  {"name": "Q", "options": [1], "preferences": [[[0, "Y"]]], "preferenceRanking": [4, 3, 2, 1]}],
"infeasibles": [],
"useManualPreferenceRanking": true
})";
  const auto at = text.find(what);
  EXPECT_NE(at, std::string::npos) << what;
  text.replace(at, what.size(), by);
  return text;
}

TEST(GmcrProblems, SoundFileHasNone) { EXPECT_EQ(problems(with("true", "true")), Words{}); }

TEST(GmcrProblems, NotJson) {
  EXPECT_EQ(problems(""), (Words{"S0701 1:1 the file is empty where JSON was expected"}));
  EXPECT_EQ(problems(" \n "), (Words{"S0701 1:1 the file is empty where JSON was expected"}));
  EXPECT_EQ(problems("{\"options\": [1,\n  2,,]}"), (Words{"S0701 2:5 not JSON: unexpected ','"}));
  EXPECT_EQ(problems("{\"options\": ["), (Words{"S0701 1:14 not JSON: unexpected end of input"}));
  EXPECT_EQ(problems("conflict \"x\""), (Words{"S0701 1:1 not JSON: invalid literal"}));
  EXPECT_EQ(problems("{\"options\": NaN}"), (Words{"S0701 1:13 not JSON: invalid literal"}));
  EXPECT_EQ(problems("[1,\n 1e999]"), (Words{"S0701 2:2 not JSON: the number is too large"}));
  EXPECT_EQ(problems("{\"a\": \"\xff\"}"),
            (Words{"S0701 1:8 not JSON: invalid string: ill-formed UTF-8 byte"}));
}

TEST(GmcrProblems, Encodings) {
  const Words utf16{"S0701 1:1 the file is not UTF-8 text, which JSON is written in"};
  EXPECT_EQ(problems(std::string("\xFF\xFE{\0}\0", 6)), utf16);
  EXPECT_EQ(problems(std::string("\xFE\xFF\0{\0}", 6)), utf16);
  EXPECT_EQ(problems(std::string("{\0}\0", 4)), utf16);
  EXPECT_EQ(problems("\xEF\xBB\xBF" + with("true", "true")), Words{});
  EXPECT_EQ(problems("\xEF\xBB\xBF[]"), (Words{"S0702 1:1 a .gmcr file must be an object, here is a list"}));
}

TEST(GmcrProblems, WrongShapes) {
  EXPECT_EQ(problems("[]"), (Words{"S0702 1:1 a .gmcr file must be an object, here is a list"}));
  EXPECT_EQ(problems("{}"), (Words{"S0702 1:1 there is no list `options` here",
                                   "S0702 1:1 there is no list `decisionMakers` here"}));
  EXPECT_EQ(problems(R"({"options": [], "decisionMakers": []})"),
            (Words{"S0702 1:35 the file has no decision maker"}));
  EXPECT_EQ(problems(with(R"({"name": "a", "permittedDirection": "both"})", "7")),
            (Words{"S0702 2:13 an option must be an object, here is 7"}));
  EXPECT_EQ(problems(with(R"("name": "P")", R"("name": [])")),
            (Words{"S0702 5:12 the name of a decision maker must be a text, here is a list"}));
  EXPECT_EQ(problems(with(R"("name": "P", )", "")), (Words{"S0702 5:3 a decision maker has no `name`"}));
  EXPECT_EQ(problems(with("\"infeasibles\": []", "\"infeasibles\": {}")),
            (Words{"S0702 7:16 `infeasibles` must be a list, here is an object"}));
  EXPECT_EQ(problems(with("Ranking\": true", "Ranking\": \"yes\"")),
            (Words{"S0702 8:31 `useManualPreferenceRanking` must be true or false, here is a text"}));
}

TEST(GmcrProblems, Conditions) {
  const auto infeasible = [](const std::string& one) {
    return problems(with("s\": [],\n\"use", "s\": [" + one + "],\n\"use"));
  };
  EXPECT_EQ(infeasible("[0, \"Y\"]"),
            (Words{"S0702 7:18 one choice of a condition is written [option, \"Y\"] or [option, \"N\"]"}));
  EXPECT_EQ(infeasible("[[0, \"y\"]]"), (Words{"S0702 7:22 a choice is \"Y\" or \"N\""}));
  EXPECT_EQ(infeasible("[[0, \"Y\"], [2, \"N\"]]"), (Words{"S0703 7:29 there is no option 2"}));
  EXPECT_EQ(infeasible("[[-1, \"Y\"]]"), (Words{"S0703 7:19 there is no option -1"}));
  EXPECT_EQ(infeasible("[[18446744073709551615, \"Y\"]]"),
            (Words{"S0703 7:19 there is no option 18446744073709551615"}));
  EXPECT_EQ(infeasible("[[0.5, \"Y\"]]"),
            (Words{"S0702 7:19 an option is meant by its position, a whole number from 0; here is 0.5"}));
  EXPECT_EQ(infeasible("[[1e300, \"Y\"]]"),
            (Words{"S0702 7:19 an option is meant by its position, a whole number from 0; here is 1e+300"}));
  EXPECT_EQ(infeasible("{\"compound\": true}"),
            (Words{"S0702 7:17 a condition is a list of choices, or an object with `members`"}));
}

TEST(GmcrProblems, ConditionsThatSayNothingAreWarnedOf) {
  const auto statement = [](const std::string& one) {
    return problems(with(R"([[[0, "Y"]]])", "[" + one + "]"));
  };
  EXPECT_EQ(statement("[]"), (Words{"wS0708 6:49 an empty condition says nothing; it is passed over"}));
  EXPECT_EQ(statement(R"([[0, "Y"], [0, "N"]])"),
            (Words{"wS0708 6:49 no state meets this condition: it asks for Y and N of one option"}));
  EXPECT_EQ(statement(R"({"compound": true, "members": []})"), Words{});
}

TEST(GmcrProblems, OptionsAndTheirOwners) {
  EXPECT_EQ(problems(with("[1], \"pref", "[1, 0], \"pref")),
            (Words{"S0704 6:32 option 0, `a`, is one of `P` already"}));
  EXPECT_EQ(problems(with("[1], \"pref", "[1, 2], \"pref")), (Words{"S0703 6:32 there is no option 2"}));
  EXPECT_EQ(problems(with("[1], \"pref", "[1, 1], \"pref")), Words{}) << "twice in one list is once";
  EXPECT_EQ(problems(with("\"fwd\"", "\"forward\"")), (Words{"S0706 3:49 unknown permittedDirection"}));
  EXPECT_EQ(problems(with("\"fwd\"", "null")), Words{});
}

TEST(GmcrProblems, NamesThatStandTwiceAreWarnedOf) {
  EXPECT_EQ(problems(with("\"Q\"", "\"P\"")), (Words{"wS0707 6:12 another has the name `P` already"}));
  EXPECT_EQ(problems(with("\"Q\"", "\"a\"")), (Words{"wS0707 2:22 another has the name `a` already"}));
  EXPECT_EQ(problems(with("infeasibles\": []", "infeasibles\": [], \"infeasibles\": []")),
            (Words{"wS0708 7:20 this key stands twice in its object; the last one counts"}));
}

TEST(GmcrProblems, RankingsThatDoNotFit) {
  EXPECT_EQ(problems(with("[4, 3, 2, 1]", "[5, 3, 2, 1]")),
            (Words{"S0705 6:83 state 4 is missing from this ranking", "S0705 6:84 there is no state 5"}));
  EXPECT_EQ(problems(with("[3, 4]", "[3, 3]")),
            (Words{"S0705 5:73 state 4 is missing from this ranking", "S0705 5:84 state 3 is ranked twice"}));
  EXPECT_EQ(problems(with("[4, 3, 2, 1]", "[]")),
            (Words{"S0705 6:83 states 1, 2, 3, 4 are missing from this ranking"}));
  EXPECT_EQ(problems(with("[4, 3, 2, 1]", "[4, 3, \"2\", 1]")).back(),
            "S0702 6:90 a ranking lists the numbers of states, ties in an inner list; here is a text");
  EXPECT_EQ(problems(with(", \"preferenceRanking\": [4, 3, 2, 1]", "")),
            (Words{"S0705 6:3 the file says that states are ranked by hand, and here is no ranking"}));
  EXPECT_EQ(problems(with("s\": [],\n\"use", "s\": [[[0, \"Y\"], [1, \"Y\"]]],\n\"use")),
            (Words{"S0705 5:84 there is no state 4", "S0705 6:84 there is no state 4"}))
      << "a ranking older than the infeasible states";
}

TEST(GmcrProblems, AllOfThemInOneRun) {
  const auto found = problems(R"({"options": [{"name": 1}, {"name": "b", "permittedDirection": "up"}],
"decisionMakers": [{"name": "P", "options": [7]}, 3], "infeasibles": [[["x", "Y"]]]})");
  ASSERT_EQ(found.size(), 5U);
  EXPECT_EQ(found[0], "S0702 1:23 the name of an option must be a text, here is 1");
  EXPECT_EQ(found[1], "S0706 1:63 unknown permittedDirection");
  EXPECT_EQ(found[2], "S0703 2:46 there is no option 7");
  EXPECT_EQ(found[3], "S0702 2:51 a decision maker must be an object, here is 3");
  EXPECT_EQ(found[4], "S0702 2:73 an option is meant by its position, a whole number from 0; here is a text");
}

// --- hostile files end in a diagnostic, soon

class Hostile : public testing::Test {
protected:
  ~Hostile() override {
    EXPECT_LT(support::processorSeconds() - started_, 20); // seconds even with sanitizers
  }

private:
  double started_ = support::processorSeconds();
};

std::string repeated(const std::string& piece, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i)
    text += piece;
  return text;
}

TEST_F(Hostile, NestedAHundredThousandDeep) {
  const std::size_t deep = 100'000;
  EXPECT_EQ(problems(repeated("[", deep)).size(), 1U);
  EXPECT_EQ(problems(repeated("[", deep) + repeated("]", deep)).size(), 1U);
  const std::string members = "{\"compound\": true, \"members\": [";
  const std::string one = repeated(members, deep) + R"([[0, "Y"]])" + repeated("]}", deep);
  EXPECT_EQ(problems(with(R"([[0, "Y"]])", one)), Words{});
}

TEST_F(Hostile, MoreProblemsThanAnyoneReads) {
  const auto found = problems("{\"options\": [" + repeated("1,", 200'000) + "1], \"decisionMakers\": []}");
  EXPECT_EQ(found.size(), language::Problems::most + 1);
}

TEST_F(Hostile, WarningsAloneNeverTurnAFileDown) {
  const language::SourceText source("test.gmcr", with("[[[0, \"Y\"]]]", "[" + repeated("[],", 1000) + "[]]"));
  const auto parsed = readGmcr(source);
  EXPECT_TRUE(parsed.conflict.has_value());
  EXPECT_EQ(parsed.diagnostics.size(), language::Problems::most + 1);
}

TEST_F(Hostile, MoreStatesThanCanBeRanked) {
  std::string options;
  std::string indices;
  for (std::size_t i = 0; i < 40; ++i) {
    options += (i > 0 ? "," : "") + std::string("{\"name\": \"o") + std::to_string(i) + "\"}";
    indices += (i > 0 ? "," : "") + std::to_string(i);
  }
  const auto file = [&](const std::string& party, const std::string& rest) {
    return "{\"options\": [" + options + "], \"decisionMakers\": [{\"name\": \"P\", \"options\": [" +
           indices + "]," + party + "}]" + rest + "}";
  };
  EXPECT_TRUE(
      problems(file("\"preferenceRanking\": [1]", ", \"useManualPreferenceRanking\": true"))[0].starts_with(
          "S0709 "));
  EXPECT_TRUE(problems(file("\"misperceptions\": [[[0, \"Y\"]]]", ""))[0].starts_with("S0709 "));
  EXPECT_EQ(problems(file("\"preferences\": [[[0, \"Y\"]]]", "")), Words{});
}

TEST_F(Hostile, FiveMegabytesOfConditions) {
  const std::string conditions = repeated(R"([[0,"Y"],[1,"N"]],[[1,"Y"]],)", 180'000) + R"([[0,"N"]])";
  EXPECT_EQ(problems(with("[[[0, \"Y\"]]]", "[" + conditions + "]")), Words{});
}

} // namespace
} // namespace stasis::exchange
