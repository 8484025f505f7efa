#include "evidence/reading/read_report.h"
#include "evidence/text/turn_label.h"

#include <gtest/gtest.h>

namespace stasis::evidence {
namespace {

struct Label {
  std::string text;
  std::string name;      ///< empty: no label
  std::string principal; ///< empty: none
};

class Labels : public testing::TestWithParam<Label> {};

TEST_P(Labels, AreTold) {
  const auto label = turnLabelAt(GetParam().text);
  ASSERT_EQ(label.has_value(), !GetParam().name.empty()) << GetParam().text;
  if (!label)
    return;
  EXPECT_EQ(label->name, GetParam().name);
  EXPECT_EQ(label->principal.value_or(""), GetParam().principal);
  EXPECT_EQ(GetParam().text.substr(label->body, 2), "We");
}

INSTANTIATE_TEST_SUITE_P(
    All, Labels,
    testing::Values(
        Label{"MR. BRENN: We go.", "Brenn", ""}, Label{"SENATOR HALE: We go.", "Hale", ""},
        Label{"Mrs. Delacroix (Valmy) (spoke in French): We go.", "Delacroix", "Valmy"},
        Label{"The MINISTER OF TRADE (Mr A Moro): We go.", "A Moro", ""}, Label{"Q: We go.", "Q", ""},
        Label{"A. We go.", "A", ""}, Label{"THE PRESIDENT: We go.", "the President", ""},
        Label{"Ana Bell: We go.", "Ana Bell", ""}, Label{"**Ana Bell:** We go.", "Ana Bell", ""},
        Label{"Mr. HALE. We go.", "Hale", ""}, Label{"Ana Bell [00:12:03]: We go.", "Ana Bell", ""},
        Label{"<ana> We go.", "ana", ""}, Label{">> HALE: We go.", "Hale", ""},
        Label{"Mr Holt (Velm East) (Lab): We go.", "Holt", "Lab"},
        Label{"MS ANA O'NEIL: We go.", "Ana O'Neil", ""}, Label{"QUESTION (Gazette): We go.", "Gazette", ""},
        Label{"Q114 Chair: We go.", "Chair", ""}, Label{"Ms. ORTIZ of Velm. We go.", "Ortiz", ""},
        Label{"Ana Bell (@anabell): We go.", "Ana Bell", ""},
        Label{"Ana Bell @anabell: We go.", "Ana Bell", ""}, Label{"@ana_bell: We go.", "@ana_bell", ""},
        Label{"Mayor Ana Bell (@anabell): We go.", "Ana Bell", ""}, Label{"Follow @anabell: We go.", "", ""},
        Label{"By Ana Bell (@anabell): We go.", "", ""}, Label{"Note: We go.", "", ""},
        Label{"He said: We go.", "", ""}, Label{"It was 10:32 when We go.", "", ""},
        Label{"The union wants three things: We go.", "", ""}, Label{"From: We go.", "", ""}));

std::string turnsIn(const std::string& text, const std::optional<Voice>& voice = std::nullopt) {
  std::string all;
  for (const LedgerEntry& entry : readReport(text, "x", voice).entries)
    all += entry.speaker.value_or("?") + (entry.principal ? "/" + *entry.principal : "") + ": " +
           entry.said().read() + "\n";
  return all;
}

struct Posts {
  std::string text;
  std::string turns;
};

class PostsOfNetworks : public testing::TestWithParam<Posts> {};

TEST_P(PostsOfNetworks, AreTheirWriters) { EXPECT_EQ(turnsIn(GetParam().text), GetParam().turns); }

const std::string both = "Ana Bell: We go.\nIvo Dunn: We stay here.\n";

INSTANTIATE_TEST_SUITE_P(
    All, PostsOfNetworks,
    testing::Values(
        Posts{"Ana Bell @anabell · 3h\nWe go.\n\nIvo Dunn @idunn · 2h\nWe stay here.\n", both},
        Posts{"Ana Bell (@anabell) · May 4\n\nWe go.\n\nIvo Dunn (@idunn), 9:12 am\n\nWe stay here.\n", both},
        Posts{"We go.\n— Ana Bell (@anabell) May 4, 2031\n\n\"We stay here.\" — Ivo Dunn (@idunn), 2:14 pm\n",
              both},
        Posts{"We go.\n\n- Ana Bell (@anabell), 4 May\n\nWe stay here.\n\n- Ivo Dunn (@idunn@sea.example), 4 "
              "May\n",
              both},
        Posts{"<p>Many wrote.</p><blockquote><p>We go.</p>&mdash; Ana Bell (@anabell) <a href=x>May 4, "
              "2031</a></blockquote>"
              "<p>Nobody came.</p><blockquote><p>We stay here.</p>&mdash; Ivo Dunn (@idunn) <a href=y>May 5, "
              "2031</a></blockquote>",
              both},
        Posts{"<div><span>Ana Bell</span> <span>@anabell</span> · <span>3h</span></div><p>We go.</p>"
              "<div><span>Ivo Dunn</span> <span>@idunn</span> · <span>2h</span></div><p>We stay "
              "here.</p><p>It rained.</p>",
              both},
        Posts{"@anabell: We go.\n\nThe police were not amused. \"Tell us first,\" said the chief.\n\n@idunn: "
              "We "
              "stay here.\n",
              "@anabell: We go.\nthe chief: Tell us first,\n@idunn: We stay here.\n"},
        // A byline, an address and an advertisement are nobody's speech.
        Posts{"By Ana Bell (@anabell)\n\nThe ferry sank in the harbour.\n\nFollow @thegazette now. Write to "
              "press@sea.example.\n",
              ""},
        Posts{"Ana Bell (@anabell) · 4 May 2031\n\nThe ferry sank in the harbour.\n\nIt rained.\n", ""}));

TEST(Turns, EverySentenceIsItsSpeakers) {
  EXPECT_EQ(turnsIn("MR. OKAFOR (Norland): We reject that. If it stands, we leave.\n\nWe mean it.\n\nTHE "
                    "PRESIDENT: I thank him.\n\n"
                    "The meeting rose at 6 p.m.\n"),
            "Okafor/Norland: We reject that.\nOkafor/Norland: If it stands, we leave.\nOkafor/Norland: We "
            "mean it.\n"
            "the President: I thank him.\n");
}

TEST(Turns, NobodySaysStageDirectionsAndInterruptions) {
  EXPECT_EQ(turnsIn("Mr HOLT: We will not sign. (Applause.) We will go.\nAn hon. Member: "
                    "Shame!\n[Interruption.]\nMr HOLT: I am sorry.\n"),
            "Holt: We will not sign.\nHolt: We will go.\nHolt: I am sorry.\n");
}

TEST(Turns, InCourtWhoAsksIsNamedAbove) {
  EXPECT_EQ(turnsIn("MS. HART: The State calls its witness.\n\nDIRECT EXAMINATION\n\nBY MS. HART:\n\nQ. Did "
                    "you sign?\n\nA. I did not sign it.\n"),
            "Hart: The State calls its witness.\nHart: Did you sign?\nA: I did not sign it.\n");
}

TEST(Turns, OneNameHasTheFullestForm) {
  EXPECT_EQ(turnsIn("MS. ANA BELL (Norland): We go.\nMR. REISS: We stay.\nMS. BELL: They may.\n"),
            "Ana Bell/Norland: We go.\nReiss: We stay.\nAna Bell/Norland: They may.\n");
}

TEST(Turns, OfChatsLoseTheirTimes) {
  EXPECT_EQ(
      turnsIn(
          "[10:32] Ana Bell: We will sign.\n[10:33] Tom Reiss: We will not.\n[10:35] Ana Bell: Then go.\n"),
      "Ana Bell: We will sign.\nTom Reiss: We will not.\nAna Bell: Then go.\n");
  EXPECT_EQ(turnsIn("10:32 <ana> we will sign if you pay\n10:33 <tom> never, not at that price\n"),
            "ana: we will sign if you pay\ntom: never, not at that price\n");
}

TEST(Turns, OfChatsWithNamesInLowerCase) {
  EXPECT_EQ(
      turnsIn("[09:14] ana: we sign on friday if you pay\n[09:15] tom_r: never\n[09:15] * tom_r is away\n"
              "[09:16] ana: then go\n"),
      "ana: we sign on friday if you pay\ntom_r: never\nana: then go\n");
  EXPECT_EQ(turnsIn("09:14 <ana> we sign on friday\n09:15 <tom> never\n09:16 -!- tom has quit\n"),
            "ana: we sign on friday\ntom: never\n");
  EXPECT_EQ(turnsIn("ana: we sign on friday\ntom: never\nana: then go\ntom: i will\n"),
            "ana: we sign on friday\ntom: never\nana: then go\ntom: i will\n");
}

TEST(Turns, OfChatsWithTheNameAboveTheWords) {
  EXPECT_EQ(
      turnsIn(
          "Ana Bell  9:14 AM\nWe sign on Friday\nif you pay.\n\nTom Reiss  9:15 AM\nNever.\nIt is late.\n"),
      "Ana Bell: We sign on Friday\nif you pay.\nTom Reiss: Never.\nTom Reiss: It is late.\n");
}

TEST(Turns, NobodySaysWhatAChatPutsInPlaceOfWords) {
  EXPECT_EQ(turnsIn("04/05/2031, 09:14 - Ana Bell: <Media omitted>\n04/05/2031, 09:15 - Tom Reiss: Nice.\n"
                    "04/05/2031, 09:16 - Ana Bell: This message was deleted\n"),
            "Tom Reiss: Nice.\n");
}

TEST(Turns, FieldsOfAFormAreNoChat) {
  EXPECT_EQ(turnsIn("name: harbour\nplace: velm\nyear: 2031\nstate: closed\nowner: the town\n"), "");
  EXPECT_EQ(turnsIn("The train leaves at 9:14 AM\nand comes back at 10:15 AM\nevery day but Sunday.\n"), "");
}

TEST(Turns, OfACourtByLettersWithRoomBehindThem) {
  EXPECT_EQ(
      turnsIn("THE COURT: Go on.\n\nQ  (By Mr. Fenn) Where were you?\n\nA  At home. I will swear to it.\n\n"
              "Q  Alone?\n\nA  Yes.\n"),
      "the Court: Go on.\nFenn: Where were you?\nA: At home.\nA: I will swear to it.\nFenn: Alone?\n"
      "A: Yes.\n");
  EXPECT_EQ(turnsIn("A  man came to the quay on Monday and left again.\n"), "");
}

TEST(Turns, TwoNamesWithWhomTheySpeakForOpenThem) {
  EXPECT_EQ(turnsIn("<p><b>Ivo Crane (Tarn) (Lab):</b> We will go.</p><p>It is late.</p><p><b>Helen Marsh "
                    "(Velm):</b> We will not.</p>"),
            "Ivo Crane/Lab: We will go.\nIvo Crane/Lab: It is late.\nHelen Marsh/Velm: We will not.\n");
}

TEST(Turns, OfCaptionsRunOverThem) {
  EXPECT_EQ(turnsIn("WEBVTT\n\n00:01.000 --> 00:03.000\n<v Ana Bell>We will sign if\n\n00:03.000 --> "
                    "00:05.000\n<v Ana Bell>they pay.\n\n"
                    "00:05.000 --> 00:06.000\n<v Tom Reiss>We will not.\n"),
            "Ana Bell: We will sign if they pay.\nTom Reiss: We will not.\n");
  EXPECT_EQ(turnsIn("1\n00:00:01,000 --> 00:00:03,000\nMS. BELL: We will sign if\n\n2\n00:00:03,000 --> "
                    "00:00:05,000\nthey pay.\n"),
            "Bell: We will sign if they pay.\n");
}

TEST(Turns, OfOneVoiceAreTheWholeText) {
  EXPECT_EQ(
      turnsIn("Friends, we will not sell the quay. (Applause)\n\nWe will sign if they pay.\n",
              Voice{"Ana Bell", "Norland"}),
      "Ana Bell/Norland: Friends, we will not sell the quay.\nAna Bell/Norland: We will sign if they pay.\n");
}

TEST(Turns, ADatelineOrANoticeOpensNone) {
  EXPECT_EQ(
      turnsIn("VELM: The council put off its vote on Monday.\n\nNobody was told why the council did so.\n"),
      "");
  EXPECT_EQ(turnsIn("Warning: The ice is thin today, and the lake is closed.\n"), "");
}

/// A headline and a link that begin with a name open no turn where a reporter tells who said what.
TEST(Turns, OfAReportersTextAreNotItsHeadlines) {
  const std::string prose =
      "\"We will sign,\" said the mayor on Monday.\n\nShe left at noon.\n\n"
      "\"Nobody asked us,\" the guild added.\n\n\"It is late,\" Tom Reiss told the radio.\n";
  const std::string heads = "Ana Bell: The quay is not for sale.\n\nAna Bell: I am no friend of the port.\n\n"
                            "Ana Bell: See the quay in May.\n\n";
  EXPECT_EQ(turnsIn(heads + prose).find("Ana Bell: The quay"), std::string::npos);
  EXPECT_NE(turnsIn(heads).find("Ana Bell: The quay is not for sale."), std::string::npos);
}

// --- letters by mail

const std::string letter = "From: Ana Bell <ana@velm.example>\nTo: Tom Reiss <tom@tarn.example>\n"
                           "Date: Mon, 5 May 2031 10:00\nSubject: The mill\n\n";

TEST(Mail, OfALetterEverySentenceIsItsSenders) {
  EXPECT_EQ(turnsIn(letter + "Dear Tom,\n\nWe will sign on Friday. The mill stays open.\n\nYours,\nAna\n"),
            "Ana Bell: We will sign on Friday.\nAna Bell: The mill stays open.\n");
}

TEST(Mail, WhatIsForwardedIsOfItsOwnSender) {
  EXPECT_EQ(turnsIn(letter + "We got this today.\n\n---------- Forwarded message ----------\n"
                             "From: Ivo Crane (Crane Mills)\nTo: Ana Bell\nSubject: Re: The mill\n\n"
                             "We cannot wait. Our bank has called.\n"),
            "Ana Bell: We got this today.\nIvo Crane/Crane Mills: We cannot wait.\nIvo Crane/Crane Mills: "
            "Our bank has called.\n");
}

TEST(Mail, WhatIsCitedIsOfWhoWroteIt) {
  EXPECT_EQ(turnsIn(letter +
                    "We agree.\n\n> On 4 May 2031, Tom Reiss wrote:\n> Will you sign?\n> The bank waits.\n"),
            "Ana Bell: We agree.\nTom Reiss: Will you sign?\nTom Reiss: The bank waits.\n");
}

TEST(Mail, AStorySentByMailIsNotItsSenders) {
  EXPECT_EQ(turnsIn(letter + "The mill closed on Friday. Owner Ivo Crane said the bank had called.\n"),
            "Ivo Crane: the bank had called\n");
}

} // namespace
} // namespace stasis::evidence
