// The first sentence of a brief answers the question that the model asks, and says of no outcome what is not
// so.

#include "language/parse.h"
#include "report/brief/brief_question.h"

#include <gtest/gtest.h>

namespace stasis::report {
namespace {

using stability::Standing;

model::Conflict asking(const std::string& title, const std::string& about = "") {
  const std::string text = "conflict \"" + title + "\"\n" +
                           (about.empty() ? "" : "about \"" + about + "\"\n") +
                           "party Drivers \"The drivers\"\n  option strike \"Walk out\"\n"
                           "party Firm\n  option raise \"Raise pay\"\n"
                           "define deal \"An agreement\" = raise and not strike\n"
                           "state war \"Everybody digs in\" = strike\n"
                           "state peace \"More pay, and the buses run\" = raise\n";
  return *language::parse(language::SourceText("t", text)).conflict;
}

ToTheQuestion answered(const model::Conflict& conflict, Standing war, Standing peace) {
  return toTheQuestion(conflict, {{"“war”", conflict.named[0].state, war},
                                  {"“More pay, and the buses run”", conflict.named[1].state, peace}});
}

TEST(Question, NamesADefinition) {
  const auto conflict = asking("Buses", "Will there be an agreement? We ask.");
  EXPECT_EQ(answered(conflict, Standing::holdsNot, Standing::byAnswers).text,
            "The model's answer: “More pay, and the buses run” holds by answers.");
  EXPECT_EQ(answered(conflict, Standing::byItself, Standing::holdsNot).text,
            "The model's answer: “More pay, and the buses run” does not hold.");
}

TEST(Question, NamesAnOptionAndNotAParty) {
  const auto conflict = asking("Will the drivers strike?");
  const auto answer = answered(conflict, Standing::byFear, Standing::byItself);
  EXPECT_EQ(answer.text, "The model's answer: “war” holds only by fear.");
  EXPECT_EQ(answer.told, std::vector<std::string>{"“war”"});
}

TEST(Question, NamesWordsOfNames) {
  const auto conflict = asking("Do the buses run?");
  EXPECT_EQ(answered(conflict, Standing::holdsNot, Standing::byItself).text,
            "The model's answer: “More pay, and the buses run” holds by itself.");
}

TEST(Question, IsNotGuessed) {
  const auto text = [](const std::string& title) {
    return answered(asking(title), Standing::byItself, Standing::holdsNot).text;
  };
  EXPECT_EQ(text("Buses"), "");            // nothing is asked
  EXPECT_EQ(text("Who is right?"), "");    // nothing is named
  EXPECT_EQ(text("Do the drivers?"), "");  // a party is no outcome
  EXPECT_EQ(text("The strike. Why?"), ""); // another sentence
}

TEST(Question, IsAnsweredForEachOutcomeThatItNames) {
  const auto conflict = asking("Is there a strike?");
  const model::Pattern& war = conflict.named[0].state;
  const model::Pattern& peace = conflict.named[1].state;
  const auto told = [&](Standing a, Standing b, Standing c) {
    return toTheQuestion(
        conflict, {{"“a”", war, a}, {"“b”", war, b}, {"“c”", war, c}, {"“d”", peace, Standing::byItself}});
  };
  const std::string the = "The model's answer: ";
  const std::string named = "three named outcomes with “Walk out” (The drivers)";
  const auto one = told(Standing::holdsNot, Standing::byFear, Standing::holdsNot);
  EXPECT_EQ(one.text, the + "of the " + named + ", one holds, but only by fear:");
  EXPECT_EQ(one.points, (std::vector<std::string>{"“b” holds by fear.", "“a” does not hold.",
                                                  "“c” does not hold."})); // what holds comes first
  EXPECT_EQ(told(Standing::byItself, Standing::byItself, Standing::holdsNot).text,
            the + "of the " + named + ", two hold by themselves:");
  const auto all = told(Standing::byFear, Standing::byItself, Standing::byFear);
  EXPECT_EQ(all.text, the + "all " + named + " hold:");
  EXPECT_EQ(all.points,
            (std::vector<std::string>{"“b” holds by itself.", "“a” holds by fear.", "“c” holds by fear."}));
  EXPECT_EQ(told(Standing::holdsNot, Standing::holdsNot, Standing::holdsNot).text,
            the + "none of the " + named + " holds:");
}

TEST(Question, TellsManyOutcomesTogetherThatHoldAlike) {
  const auto conflict = asking("Is there a strike?");
  std::vector<ToldOutcome> outcomes{{"“peace”", conflict.named[1].state, Standing::byItself}};
  for (const char* name : {"a", "b", "c", "d", "e", "f", "g"})
    outcomes.push_back({std::string("“") + name + "”", conflict.named[0].state,
                        *name < 'c' ? Standing::byFear : Standing::holdsNot});
  EXPECT_EQ(
      toTheQuestion(conflict, outcomes).points,
      (std::vector<std::string>{"“a” and “b” hold by fear.", "“c”, “d”, “e”, “f” and “g” do not hold."}));
}

TEST(Question, SaysWhatItNames) {
  const auto deal = answered(asking("Will there be an agreement?"), Standing::byFear, Standing::byFear);
  EXPECT_TRUE(deal.about == model::Expression::define(model::DefineId(0)));
  EXPECT_FALSE(answered(asking("Do the buses run?"), Standing::byFear, Standing::byFear).about); // words only
}

TEST(Question, MayAskOfAChoice) {
  const auto conflict = asking("Will the drivers strike?");
  const model::Pattern& war = conflict.named[0].state;
  const model::Pattern& peace = conflict.named[1].state;
  EXPECT_TRUE(asksOfChoice(conflict, war, peace));
  EXPECT_FALSE(asksOfChoice(conflict, war, war));
  EXPECT_FALSE(asksOfChoice(asking("Will there be an agreement?"), war, peace)); // which is a definition
  EXPECT_FALSE(asksOfChoice(asking("Who is right?"), war, peace));
}

} // namespace
} // namespace stasis::report
