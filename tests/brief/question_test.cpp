// The first sentence of a brief answers the question that the model asks, and says of no outcome what is not
// so.

#include "language/parse.h"
#include "report/brief/brief_question.h"

#include <gtest/gtest.h>

namespace stasis::report {
namespace {

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

ToTheQuestion answered(const model::Conflict& conflict, bool warHolds) {
  const ToldOutcome war{"“war”", conflict.named[0].state};
  const ToldOutcome peace{"“More pay, and the buses run”", conflict.named[1].state};
  return warHolds ? toTheQuestion(conflict, {war}, {peace}) : toTheQuestion(conflict, {peace}, {war});
}

TEST(Question, NamesADefinition) {
  const auto conflict = asking("Buses", "Will there be an agreement? We ask.");
  EXPECT_EQ(answered(conflict, false).text, "The model's answer: “More pay, and the buses run” can hold.");
  EXPECT_EQ(answered(conflict, true).text, "The model's answer: “More pay, and the buses run” cannot hold.");
}

TEST(Question, NamesAnOptionAndNotAParty) {
  const auto conflict = asking("Will the drivers strike?");
  EXPECT_EQ(answered(conflict, true).text, "The model's answer: “war” can hold.");
  EXPECT_EQ(answered(conflict, true).can, std::vector<std::string>{"“war”"});
}

TEST(Question, NamesWordsOfNames) {
  const auto conflict = asking("Do the buses run?");
  EXPECT_EQ(answered(conflict, false).text, "The model's answer: “More pay, and the buses run” can hold.");
}

TEST(Question, IsNotGuessed) {
  EXPECT_EQ(answered(asking("Buses"), true).text, "");            // nothing is asked
  EXPECT_EQ(answered(asking("Who is right?"), true).text, "");    // nothing is named
  EXPECT_EQ(answered(asking("Do the drivers?"), true).text, "");  // a party is no outcome
  EXPECT_EQ(answered(asking("The strike. Why?"), true).text, ""); // another sentence
}

TEST(Question, IsAnsweredForEachOutcomeThatItNames) {
  const auto conflict = asking("Is there a strike?");
  const model::Pattern& war = conflict.named[0].state;
  const model::Pattern& peace = conflict.named[1].state;
  const auto answer = toTheQuestion(conflict, {{"“a”", war}, {"“c”", peace}}, {{"“b”", war}});
  EXPECT_EQ(answer.text,
            "The model's answer: of the two named outcomes with “Walk out” (The drivers), one can "
            "hold: “a”. “b” cannot.");
  const auto none = toTheQuestion(conflict, {{"“c”", peace}}, {{"“a”", war}, {"“b”", war}});
  EXPECT_EQ(none.text,
            "The model's answer: none of the two named outcomes with “Walk out” (The drivers) can hold: "
            "neither “a” nor “b”.");
}

} // namespace
} // namespace stasis::report
