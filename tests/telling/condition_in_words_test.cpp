#include "language/parse.h"
#include "report/telling/condition_in_words.h"

#include <gtest/gtest.h>

namespace stasis::report {
namespace {

model::Conflict conflictOf(const std::string& wish) {
  return *language::parse(
              language::SourceText(
                  "t",
                  "conflict \"t\"\nparty Russia\n  option strike \"Strike\"\n  option talk\n"
                  "party US \"United States\"\n  option press \"Press for it\"\n"
                  "parties Guarantors \"guarantors\" of France, Spain, Italy\n  option land \"Soldiers\"\n"
                  "  option sea\ndefine both_talk = talk and press\ndefine peace \"A settlement\" = not "
                  "strike\n"
                  "prefer Russia\n  " +
                      wish + "\n"))
              .conflict;
}

/// The wish as Russia's.
std::string told(const std::string& wish) {
  const auto conflict = conflictOf(wish);
  const auto& said = std::get<model::Prioritised>(conflict.parties[0].preference);
  return wishInWords(conflict, said.tiers[0][0].wanted, model::PartyId(0));
}

TEST(ConditionInWords, SpeaksByLabelsAndNamesTheOwnersOfOthersOptions) {
  EXPECT_EQ(told("strike"), "for “Strike”");
  EXPECT_EQ(told("not talk"), "against “talk”");
  EXPECT_EQ(told("both_talk"), "for “both talk”");
  EXPECT_EQ(told("peace if press"), "for “A settlement” when “Press for it” (United States) is chosen");
  EXPECT_EQ(told("not strike if press and talk"),
            "against “Strike” when “Press for it” (United States) and “talk” are chosen");
  EXPECT_EQ(told("talk if peace"), "for “talk” when there is “A settlement”");
  EXPECT_EQ(told("talk if not peace"), "for “talk” when there is no “A settlement”");
  EXPECT_EQ(told("talk if not press"), "for “talk” when “Press for it” (United States) is not chosen");
  EXPECT_EQ(told("press implies not strike"),
            "against “Strike” when “Press for it” (United States) is chosen");
}

TEST(ConditionInWords, TellsWhatIsNestedOneAfterAnother) {
  EXPECT_EQ(told("strike and (talk or press)"),
            "for all of these: “Strike”; “talk” or “Press for it” (United States)");
  EXPECT_EQ(told("strike or talk and peace"), "for one of these: “Strike”; “talk” and “A settlement”");
  EXPECT_EQ(told("not (strike and talk or peace and press)"),
            "against any of these: “Strike” and “talk”; “Press for it” (United States) and “A settlement”");
  EXPECT_EQ(told("strike and talk or peace or press"),
            "for one of these: “Strike” and “talk”; “A settlement”; “Press for it” (United States)");
  EXPECT_EQ(told("strike or not talk or press"),
            "against “talk” without “Strike” or “Press for it” (United States)");
  EXPECT_EQ(told("not (strike and talk)"), "against “Strike” and “talk” together");
  EXPECT_EQ(told("not (strike or talk)"), "against “Strike” or “talk”");
  EXPECT_EQ(told("peace and not (strike and talk)"),
            "for all of these: “A settlement”; no “Strike” and “talk” together");
  EXPECT_EQ(told("not talk and strike"), "for “Strike” without “talk”");
  EXPECT_EQ(told("strike and not talk and not press"),
            "for “Strike” without “talk” or “Press for it” (United States)");
  EXPECT_EQ(told("not strike and not talk"), "against “Strike” or “talk”");
  EXPECT_EQ(told("strike iff talk"), "for “Strike” and “talk” together, or neither");
  EXPECT_EQ(told("strike xor talk"), "for one of “Strike” and “talk”, not both");
}

TEST(ConditionInWords, NestsNothingThatIsTooLongToListEither) {
  EXPECT_EQ(told("at least 2 of strike, talk, (press or strike and talk)"),
            "for at least 2 of “Strike”, “talk” and (“Press for it” (United States) or “Strike” and “talk”)");
  EXPECT_EQ(
      told("at least 2 of strike, talk, (strike and (talk or press))"),
      "for at least 2 of “Strike”, “talk” and a condition on “Strike”, “talk” and “Press for it” (United "
      "States)");
}

TEST(ConditionInWords, CountsMembersOfAFamily) {
  EXPECT_EQ(told("at least 2 of Guarantors.land"), "for “Soldiers” by at least 2 of the 3 guarantors");
  EXPECT_EQ(told("any of Guarantors.land"), "for “Soldiers” by any of the 3 guarantors");
  EXPECT_EQ(told("all of Guarantors.land"), "for “Soldiers” by all 3 guarantors");
  EXPECT_EQ(told("none of Guarantors.land"), "for “Soldiers” by none of the 3 guarantors");
  EXPECT_EQ(told("any of France.land, Spain.land"), "for any of “Soldiers” (France) and “Soldiers” (Spain)");
}

TEST(ConditionInWords, SaysAConstraintAsItIsWritten) {
  const auto conflict =
      *language::parse(language::SourceText("t", "conflict \"t\"\nparty A\n  option x\n  option y\n"
                                                 "never x and not y\nat most one of x, y\n"
                                                 "always x or y\n"))
           .conflict;
  EXPECT_EQ(constraintInWords(conflict, conflict.constraints[0].holds), "never “x” without “y” (A)");
  EXPECT_EQ(constraintInWords(conflict, conflict.constraints[1].holds), "at most one of “x” and “y” (A)");
  EXPECT_EQ(constraintInWords(conflict, conflict.constraints[2].holds), "always “x” or “y” (A)");
}

} // namespace
} // namespace stasis::report
