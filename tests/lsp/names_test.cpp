#include "gallery.h"
#include "language/codes/fix.h"
#include "language/parse.h"
#include "lsp/rename.h"

#include <gtest/gtest.h>

namespace stasis::lsp {
namespace {

using test::Marked;

/// `s3`, `3` or `YNY`: a state that is not declared.
bool isUndeclaredState(std::string_view name) {
  if (!name.empty() && name.find_first_not_of("YN") == std::string_view::npos)
    return true;
  if (name.starts_with('s'))
    name.remove_prefix(1);
  return !name.empty() && name.find_first_not_of("0123456789") == std::string_view::npos;
}

/// A text whose family, options of equal names and sources use every way of calling something.
const char* const everyWay = R"(conflict "All"
source paper "paper.txt"
parties Crowd of Ann, Bob
  option run
  option hide
party Cat
  option run
  option purr because paper "purr"
define calm = Cat.run or purr
never Ann.run and any of Crowd.hide
status quo purr, Bob.hide
state quiet = purr
prefer each Crowd
  self.run if purr
  not any of self.*
prefer Cat
  strongly calm
  perhaps at least 1 of Crowd.run
attitude Crowd for Cat, neutral self
attitude Cat
  against Ann
expect quiet is stable for Cat under nash
expect 1 equilibria under gmr where calm and stable for Cat, Ann under seq
)";

TEST(Names, EveryNameOfTheGalleryMeansSomething) {
  std::vector<std::pair<std::string, std::string>> texts{{"every way", everyWay}};
  for (const auto& path : test::galleryModels())
    texts.emplace_back(path.filename().string(), test::textOf(path));
  for (const auto& [name, text] : texts) {
    const Reading reading(name, text, 1, Encoding::utf8);
    EXPECT_FALSE(reading.names().occurrences().empty()) << name;
    for (const Occurrence& one : reading.names().occurrences()) {
      const auto words = reading.words(one.range);
      const bool known = one.declaration != nothing ||
                         (one.thing == Thing::solutionConcept && model::findConcept(words)) ||
                         (one.thing == Thing::state && isUndeclaredState(words));
      EXPECT_TRUE(known) << name << ": " << words;
    }
  }
}

TEST(Names, WordsOfOnePlaceAreFound) {
  const Reading reading("every way", everyWay, 1, Encoding::utf8);
  std::vector<std::string_view> words;
  for (const model::Range place : reading.names().placedWords())
    words.push_back(reading.words(place));
  EXPECT_EQ(words, (std::vector<std::string_view>{"strongly", "perhaps", "attitude", "for", "neutral",
                                                  "attitude", "against"}));
}

TEST(Names, OptionsOfOneNameAreToldApart) {
  const Reading reading("m", everyWay, 1, Encoding::utf8);
  const auto& names = reading.names();
  std::size_t ofCrowd = 0;
  std::size_t ofCat = 0;
  for (const Occurrence& one : names.occurrences())
    if (one.thing == Thing::option && reading.words(one.range) == "run") {
      const auto& owner = names.declarations()[names.declarations()[one.declaration].owner];
      (owner.name == "Crowd" ? ofCrowd : ofCat) += 1;
    }
  EXPECT_EQ(ofCrowd, 4U); // declared, Ann.run, self.run, Crowd.run
  EXPECT_EQ(ofCat, 2U);   // declared, Cat.run
}

/// One name in both of its spellings: the accent beside its letter, and the two as one.
TEST(Names, AccentsAreOneNameHoweverTheyAreWritten) {
  const std::string apart = "e\xCC\x81t\xCE\xB1";
  const std::string together = "\xC3\xA9t\xCE\xB1";
  const std::string text = "conflict \"x\"\nparty A\n  option " + apart + "\n  option go\nstatus quo " +
                           together + "\nprefer A\n  not " + apart + "\n";
  const Reading reading("m", text, 1, Encoding::utf8);
  ASSERT_FALSE(language::hasErrors(reading.parsed().diagnostics));
  const Occurrence* here = reading.names().at(text.find(together));
  ASSERT_NE(here, nullptr);
  EXPECT_EQ(reading.words(here->range), together);
  const auto places = reading.names().placesOf(here->declaration);
  ASSERT_EQ(places.size(), 3U);
  EXPECT_EQ(reading.words(places[0]), apart);
  EXPECT_EQ(reading.words(places[2]), apart);
  const Renamed there = rename(reading, text.find(apart), "\xCE\xB2");
  EXPECT_EQ(there.edits.size(), 3U) << there.problem;
  EXPECT_NE(rename(reading, text.find("go"), apart).problem, "") << "the other option has it";
}

/// Every declared name, changed and changed back.
TEST(Rename, ThereAndBackOnTheGallery) {
  std::vector<std::string> texts{everyWay};
  for (const auto& path : test::galleryModels())
    texts.push_back(test::textOf(path));
  for (const auto& text : texts) {
    const Reading reading("m.conflict", text, 1, Encoding::utf8);
    const auto& all = reading.names().declarations();
    for (std::size_t i = 0; i < all.size(); i += 1 + all.size() / 12) {
      const Renamed there = rename(reading, all[i].range.begin, "zz_new_name");
      ASSERT_EQ(there.problem, "") << all[i].name;
      const std::string changed = language::edited(text, there.edits);
      EXPECT_EQ(changed.find(std::string(all[i].name) + " ", all[i].range.begin) == all[i].range.begin,
                false);
      const Reading after("m.conflict", changed, 2, Encoding::utf8);
      EXPECT_EQ(language::hasErrors(after.parsed().diagnostics),
                language::hasErrors(reading.parsed().diagnostics));
      const Renamed back = rename(after, changed.find("zz_new_name"), all[i].name);
      ASSERT_EQ(back.problem, "") << all[i].name;
      EXPECT_EQ(language::edited(changed, back.edits), text) << all[i].name;
    }
  }
}

TEST(Rename, WhatWouldMeanSomethingElseIsRefused) {
  const Reading reading("m", everyWay, 1, Encoding::utf8);
  const std::string text = everyWay;
  const std::size_t purr = text.find("purr");
  const std::size_t cat = text.find("Cat");
  EXPECT_NE(rename(reading, purr, "calm").problem, "") << "a definition has it";
  EXPECT_NE(rename(reading, purr, "run").problem, "") << "another option of the party has it";
  EXPECT_NE(rename(reading, cat, "Ann").problem, "");
  EXPECT_NE(rename(reading, purr, "party").problem, "") << "a word of the language";
  EXPECT_NE(rename(reading, purr, "1x").problem, "");
  EXPECT_NE(rename(reading, purr, "").problem, "");
  EXPECT_NE(rename(reading, purr, "a b").problem, "");
  EXPECT_NE(rename(reading, text.find("nash"), "x").problem, "") << "a concept is not the model's";
  EXPECT_NE(rename(reading, 0, "x").problem, "");
  EXPECT_EQ(rename(reading, cat, "Dog").problem, "");
}

} // namespace
} // namespace stasis::lsp
