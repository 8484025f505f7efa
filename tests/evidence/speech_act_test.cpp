#include "evidence/reading/speech_act.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace stasis::evidence {
namespace {

struct Case {
  SpeechAct kind;
  std::string_view verb;
  std::string_view content;
  bool direct = true;
};

class Act : public testing::TestWithParam<Case> {};

TEST_P(Act, IsDecidedByTheVerbOrTheWords) {
  const Case& one = GetParam();
  const std::string sentence = "Orr " + std::string(one.verb) + " " + std::string(one.content);
  const auto answer = decideSpeechAct({one.verb, one.content, sentence, one.direct});
  EXPECT_EQ(static_cast<int>(answer.kind), static_cast<int>(one.kind))
      << one.content << " < " << answer.decidedBy;
  EXPECT_EQ(answer.decidedBy.empty(), one.kind == SpeechAct::report);
}

INSTANTIATE_TEST_SUITE_P(
    Kinds, Act,
    testing::Values(
        Case{SpeechAct::threat, "said", "If the levy stays, we will retaliate with duties of our own."},
        Case{SpeechAct::threat, "warned", "the port would be shut by the end of the week", false},
        Case{SpeechAct::threat, "added", "There will be strike action in every depot."},
        Case{SpeechAct::threat, "said", "Unless there is a guarantee on jobs, the strikes will go ahead."},
        Case{SpeechAct::threat, "told", "Veldia will take all necessary measures to protect its share."},
        Case{SpeechAct::offer, "said", "If the pickets leave, we can start talks on Monday."},
        Case{SpeechAct::refusal, "said", "Our members will not be bullied."},
        Case{SpeechAct::refusal, "rejected", "the invitation to Oru", false},
        Case{SpeechAct::demand, "insisted", "on neutral ground", false},
        Case{SpeechAct::refusal, "ruled", "out a ceasefire", false},
        Case{SpeechAct::report, "said", "if a settlement came, their presence would make things harder",
             false},
        Case{SpeechAct::commitment, "said", "We will repair the pumps before the summer."},
        Case{SpeechAct::commitment, "pledged", "to keep the road open", false},
        Case{SpeechAct::demand, "said", "The minister must publish the report today."},
        Case{SpeechAct::demand, "demanded", "the return of the boats", false},
        Case{SpeechAct::demand, "", "Withdraw your trucks from the square."},
        Case{SpeechAct::offer, "said", "We are ready to talk in any city they choose."},
        Case{SpeechAct::offer, "offered", "two more days of leave", false},
        Case{SpeechAct::refusal, "said", "We will not sell a single share."},
        Case{SpeechAct::refusal, "rejected", "the second bid", false},
        Case{SpeechAct::refusal, "said", "The proposal undervalues the company and its prospects."},
        Case{SpeechAct::request, "urged", "both sides to return to the table", false},
        Case{SpeechAct::request, "said", "Please let the convoy through."},
        Case{SpeechAct::accusation, "said", "They have violated the treaty and lied about it."},
        Case{SpeechAct::accusation, "accused", "the council of hiding the figures", false},
        Case{SpeechAct::denial, "denied", "that any order had been given", false},
        Case{SpeechAct::denial, "said", "That claim is baseless, it never happened."},
        Case{SpeechAct::agreement, "said", "We accept the terms and we welcome the result."},
        Case{SpeechAct::agreement, "agreed", "to meet in June", false},
        Case{SpeechAct::report, "said", "The hall was full by nine."},
        Case{SpeechAct::report, "said", "the market opens on Tuesdays", false}));

TEST(SpeechActs, KeepTheWordsThatDecided) {
  EXPECT_EQ(decideSpeechAct({"said", "They are legitimate targets now.", "", true}).decidedBy,
            "legitimate targets");
  EXPECT_EQ(decideSpeechAct({"has pledged", "a new bridge", "", false}).decidedBy, "has pledged");
}

TEST(SpeechActs, AnyBytesGiveAnAnswer) {
  EXPECT_EQ(decideSpeechAct({}).kind, SpeechAct::report);
  EXPECT_EQ(decideSpeechAct({"\xFF", "\xE2\x80 if \"\"''", "", true}).kind, SpeechAct::report);
}

} // namespace
} // namespace stasis::evidence
