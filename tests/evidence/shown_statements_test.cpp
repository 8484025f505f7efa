#include "evidence/shown_statements.h"

#include <gtest/gtest.h>

namespace stasis::evidence {
namespace {

LedgerEntry said(std::string speaker, std::string principal, SpeechAct kind, std::size_t at = 0) {
  LedgerEntry entry;
  entry.id = 1;
  entry.speaker = speaker;
  entry.principal = principal;
  entry.speakers = {{speaker, std::nullopt, principal}, {"Tomas Hale", std::nullopt, std::nullopt}};
  entry.kind = kind;
  entry.content = Passage{"she would sign", {at, at + 14}};
  return entry;
}

TEST(ShownStatements, AreAllWhereNothingIsAskedFor) {
  EXPECT_TRUE(ShownStatements().isAll());
  EXPECT_TRUE(ShownStatements().shows(said("Mina Orr", "Velm Dockers", SpeechAct::threat)));
}

TEST(ShownStatements, OfASpeakerByWholeWordsInEitherCase) {
  const LedgerEntry entry = said("Mina Orr", "Velm Dockers", SpeechAct::threat);
  for (const std::string name : {"Orr", "orr", "MINA ORR", "Velm Dockers", "dockers", "Hale"})
    EXPECT_TRUE((ShownStatements{{name}, {}, ""}.shows(entry))) << name;
  for (const std::string name : {"Or", "Orrin", "rr", "Mina Hale", "Velm Ports"})
    EXPECT_FALSE((ShownStatements{{name}, {}, ""}.shows(entry))) << name;
  EXPECT_TRUE((ShownStatements{{"Karr", "Orr"}, {}, ""}.shows(entry)));
  EXPECT_FALSE((ShownStatements{{"Orr"}, {}, ""}.shows(LedgerEntry())));
}

TEST(ShownStatements, OfKinds) {
  const LedgerEntry entry = said("Mina Orr", "", SpeechAct::threat);
  EXPECT_TRUE((ShownStatements{{}, {SpeechAct::offer, SpeechAct::threat}, ""}.shows(entry)));
  EXPECT_FALSE((ShownStatements{{}, {SpeechAct::offer}, ""}.shows(entry)));
  EXPECT_FALSE((ShownStatements{{"Karr"}, {SpeechAct::threat}, ""}.shows(entry)));
}

TEST(ShownStatements, OfReportsFromADateOn) {
  Ledger ledger;
  EXPECT_TRUE(ShownStatements().showsReport(ledger));
  EXPECT_FALSE((ShownStatements{{}, {}, "2031"}.showsReport(ledger))); // it gives no date
  ledger.date = "2031-04-08";
  for (const std::string since : {"2030", "2031", "2031-04", "2031-04-08"})
    EXPECT_TRUE((ShownStatements{{}, {}, since}.showsReport(ledger))) << since;
  for (const std::string since : {"2031-04-09", "2031-05", "2032"})
    EXPECT_FALSE((ShownStatements{{}, {}, since}.showsReport(ledger))) << since;
}

TEST(ShownStatements, DatesAreDaysMonthsAndYears) {
  for (const std::string date : {"2031", "2031-12", "2031-12-31", "0001-01-01"})
    EXPECT_TRUE(isDate(date)) << date;
  for (const std::string date :
       {"", "31", "2031-13", "2031-00", "2031-1", "2031-12-32", "2031-12-00", "2031/12", "today", "20311231"})
    EXPECT_FALSE(isDate(date)) << date;
}

TEST(ShownStatements, WhatNobodySaidStandsInItsPlaceWithoutANumber) {
  Ledger ledger;
  ledger.entries = {said("Orr", "", SpeechAct::threat, 10), said("Hale", "", SpeechAct::offer, 90)};
  ledger.unreal = {said("Karr", "", SpeechAct::threat, 40)};
  ledger.unreal[0].id = 0;
  ledger.unreal[0].reality = Reality::denied;
  const auto all = withUnreal(ledger);
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all[1].speaker, "Karr");
  EXPECT_EQ(all[1].id, 0U);
  EXPECT_EQ(all[2].speaker, "Hale");
}

} // namespace
} // namespace stasis::evidence
