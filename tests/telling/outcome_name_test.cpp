#include "language/parse.h"
#include "report/telling/outcome_name.h"

#include <gtest/gtest.h>

namespace stasis::report {
namespace {

model::Conflict conflictOf(const std::string& text) {
  return *language::parse(language::SourceText("t", text)).conflict;
}

const std::string two = "conflict \"t\"\nparty Russia\n  option strike\n  option talk\nparty Ukraine\n  "
                        "option accept \"Accept it\"\n"
                        "  option fight\n";

std::string called(const std::string& rest, const std::string& letters) {
  const auto conflict = conflictOf(two + rest);
  return outcomeName(conflict, *model::Pattern::parse(letters));
}

TEST(OutcomeName, IsTheLabelNameOrStatusQuo) {
  const std::string named = "status quo strike\nstate war \"Open war\" = strike, fight\nstate calm = none\n";
  EXPECT_EQ(called(named, "YNNY"), "Open war");
  EXPECT_EQ(called(named, "NNNN"), "calm");
  EXPECT_EQ(called(named, "YNNN"), "status quo");
}

TEST(OutcomeName, SaysWhatDiffersFromTheNearestNamed) {
  const std::string named = "state talks \"Talks\" = talk\nstate war \"War\" = strike, fight\n";
  EXPECT_EQ(called(named, "NYYN"), "Talks + Ukraine: accept");
  EXPECT_EQ(called(named, "NNNN"), "Talks without Russia: talk");
  EXPECT_EQ(called(named, "NNYN"), "Talks + Ukraine: accept, without Russia: talk");
  EXPECT_EQ(called(named, "YNYY"), "War + Ukraine: accept");
}

TEST(OutcomeName, LendsNoNameToWhatContradictsIt) {
  const std::string options =
      "conflict \"t\"\nparty Anna\n  option send \"Send the dog to training\"\n  option "
      "walk \"Walk it\"\nparty Ben\n  option complain\n";
  const std::string named =
      "state trained \"The dog is trained\" = send, walk\nstate row \"A row\" = complain\n";
  const auto conflict = conflictOf(options + named);
  const auto name = [&](const char* letters) {
    return outcomeName(conflict, *model::Pattern::parse(letters));
  };
  EXPECT_EQ(name("YNN"), "The dog is trained without Anna: walk");
  EXPECT_EQ(name("YYY"), "The dog is trained + Ben: complain");
  EXPECT_EQ(name("NYY"), "A row + Anna: walk");
  const auto alone = conflictOf(options + "state trained \"The dog is trained\" = send, walk\n");
  EXPECT_EQ(outcomeName(alone, *model::Pattern::parse("NYN")), "Anna: Walk it");
}

TEST(OutcomeName, TakesTheFirstOfEquallyNear) {
  const std::string named = "state one = strike\nstate other = talk\n";
  EXPECT_EQ(called(named, "NNNN"), "one without Russia: strike");
}

TEST(OutcomeName, IsWhatIsDoneWhereNothingIsNamed) {
  EXPECT_EQ(called("", "YNYN"), "Russia: strike; Ukraine: Accept it");
  EXPECT_EQ(called("", "NNNN"), "nothing is done");
}

TEST(OutcomeName, SpeaksByLabelsInRunningText) {
  const auto conflict = conflictOf(two + "state talks \"Talks\" = talk\n");
  EXPECT_EQ(outcomeName(conflict, *model::Pattern::parse("NYYN"), Called::label),
            "Talks + Ukraine: Accept it");
}

TEST(OutcomeName, SaysWhatIsDoneWhereThatIsShorter) {
  const std::string far = "state far = strike, talk, fight\n";
  EXPECT_EQ(called(far, "NNNN"), "nothing is done");
  EXPECT_EQ(called(far, "YNNN"), "far without Russia: talk; Ukraine: fight");
  EXPECT_EQ(called(far, "NNYN"), "Ukraine: Accept it");
}

TEST(OutcomeName, APlaceInAListIsNoNameInRunningText) {
  const auto conflict = conflictOf(two + "states\n  s1 NNNN \"Calm\"\n  s2 NNYN\n  war YNNN\n");
  EXPECT_EQ(outcomeName(conflict, *model::Pattern::parse("NNYN"), Called::label),
            "Calm + Ukraine: Accept it");
  EXPECT_EQ(outcomeName(conflict, *model::Pattern::parse("NNYN")), "s2");
  EXPECT_EQ(outcomeName(conflict, *model::Pattern::parse("YNNN"), Called::label), "war");
}

TEST(OutcomeName, SpeaksOfAFamilyTogether) {
  const auto conflict =
      conflictOf("conflict \"t\"\nparties F of A, B, C, D, E\n  option join\nstate none_in = none\n");
  EXPECT_EQ(outcomeName(conflict, *model::Pattern::parse("YYYYN")), "none_in + all F but E: join");
  EXPECT_EQ(outcomeName(conflict, *model::Pattern::parse("YNNNN")), "none_in + A: join");
  EXPECT_EQ(outcomeName(conflict, *model::Pattern::parse("YYYYY")), "none_in + all 5 F: join");
}

} // namespace
} // namespace stasis::report
