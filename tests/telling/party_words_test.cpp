#include "report/telling/party_words.h"
#include "report/telling/state_words.h"

#include <gtest/gtest.h>

namespace stasis::report {
namespace {

using model::Conflict;
using model::FamilyId;
using model::OptionId;
using model::PartyId;

/// France and `members` - 1 more in a family that can go by land or by sea, and Russia.
Conflict force(std::size_t members) {
  Conflict c;
  c.families.push_back({.name = "Guarantors", .label = "guarantors"});
  for (std::size_t i = 0; i < members; ++i) {
    c.families[0].members.emplace_back(i);
    c.parties.push_back({.name = i == 0 ? "France" : "g" + std::to_string(i + 1),
                         .firstOption = 2 * i,
                         .optionCount = 2,
                         .family = FamilyId(0)});
    for (const char* name : {"ground", "sea"})
      c.options.push_back({.name = name, .owner = PartyId(i)});
  }
  c.parties.push_back({.name = "Russia", .firstOption = 2 * members, .optionCount = 1});
  c.options.push_back({.name = "target", .owner = PartyId(members)});
  return c;
}

std::vector<PartyId> parties(std::initializer_list<std::size_t> ids) { return {ids.begin(), ids.end()}; }

std::vector<PartyId> upTo(std::size_t count) {
  std::vector<PartyId> all;
  for (std::size_t i = 0; i < count; ++i)
    all.emplace_back(i);
  return all;
}

TEST(PartyWords, NameTheMembersWhereTheyAreFew) {
  const Conflict c = force(26);
  const auto words = [&](const std::vector<PartyId>& members) {
    return membersWords(c, c.families[0], members);
  };
  EXPECT_EQ(words(parties({0})), "France");
  EXPECT_EQ(words(parties({0, 4, 6})), "France, g5, g7");
  EXPECT_EQ(words(upTo(4)), "4 of 26 guarantors");
  EXPECT_EQ(words(upTo(22)), "22 of 26 guarantors");
  EXPECT_EQ(words(upTo(25)), "all guarantors but g26");
  EXPECT_EQ(words(upTo(23)), "all guarantors but g24, g25 and g26");
  EXPECT_EQ(words(upTo(26)), "all 26 guarantors");
}

TEST(PartyWords, TakeTheShorterOfTwoWays) {
  const Conflict c = force(4);
  EXPECT_EQ(membersWords(c, c.families[0], parties({1, 2, 3})), "g2, g3, g4");
  EXPECT_EQ(membersWords(c, c.families[0], parties({0, 1, 2, 3})), "all 4 guarantors");
  const Conflict alone = force(1);
  EXPECT_EQ(membersWords(alone, alone.families[0], parties({0})), "France");
}

TEST(PartyWords, KeepTheOrderOfTheConflict) {
  const Conflict c = force(5);
  EXPECT_EQ(partiesWords(c, parties({5, 1, 0})), (std::vector<std::string>{"France, g2", "Russia"}));
  EXPECT_EQ(partiesWords(c, upTo(5), Called::name), (std::vector<std::string>{"all 5 Guarantors"}));
  EXPECT_EQ(mixtureWords(c, {model::Concept::nash, model::Concept::nash, model::Concept::nash,
                             model::Concept::nash, model::Concept::nash, model::Concept::seq}),
            "SEQ for Russia; Nash for everyone else");
}

TEST(PartyWords, OptionsTakenByTheSameMembersAreToldOnce) {
  const Conflict c = force(5);
  EXPECT_EQ(whatIsDone(c, *model::Pattern::parse("YYYYYYYYYNN")),
            (std::vector<std::string>{"all 5 guarantors: ground", "all guarantors but g5: sea"}));
  EXPECT_EQ(whatIsDone(c, *model::Pattern::parse("YYYYYYYYNNY")),
            (std::vector<std::string>{"all guarantors but g5: ground, sea", "Russia: target"}));
  EXPECT_EQ(whatIsDone(c, *model::Pattern::parse("N-NNNNNNNYN")),
            (std::vector<std::string>{"g5: sea", "France: sea or not"}));
}

} // namespace
} // namespace stasis::report
