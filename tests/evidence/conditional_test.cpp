#include "evidence/reading/conditional.h"
#include "support/dice.h"

#include <gtest/gtest.h>

#include <array>
#include <string>

namespace stasis::evidence {
namespace {

// `[condition]` and `{consequence}` show in the sentence what is to be found; sentences of this test's own.
struct Marked {
  std::string text;
  std::string condition;
  std::string consequence;
};

std::string taken(std::string& text, char open, char close) {
  const auto begin = text.find(open);
  const auto end = text.find(close);
  if (begin == std::string::npos)
    return {};
  std::string inside = text.substr(begin + 1, end - begin - 1);
  text.erase(end, 1);
  text.erase(begin, 1);
  return inside;
}

Marked marked(std::string text) {
  Marked m;
  const auto bare = [](std::string s) {
    std::erase_if(s, [](char c) { return c == '[' || c == ']' || c == '{' || c == '}'; });
    return s;
  };
  m.condition = bare(taken(text, '[', ']'));
  m.consequence = bare(taken(text, '{', '}'));
  m.text = text;
  return m;
}

class FoundIn : public testing::TestWithParam<const char*> {};

TEST_P(FoundIn, TheOneConditionWithItsConsequence) {
  const Marked m = marked(GetParam());
  const auto found = conditionalsIn(m.text, {0, m.text.size()});
  ASSERT_EQ(found.size(), 1U) << m.text;
  EXPECT_EQ(found[0].condition.clause.text, m.condition);
  EXPECT_EQ(found[0].consequence ? found[0].consequence->text : "", m.consequence);
  const auto range = found[0].condition.clause.range;
  EXPECT_EQ(m.text.substr(range.begin, range.end - range.begin), found[0].condition.clause.text);
}

INSTANTIATE_TEST_SUITE_P(
    Conditions, FoundIn,
    testing::Values(
        "If [the depot is closed], {we will walk out on Friday}.",
        "But if [they come back to the table], then {we will be there}.",
        "If [the dam is filled before the rains] {it will leave our fields dry}.",
        "{We will sign} if [the clause on wages stays].",
        "{The ministry would release the water} only if [Harran opened its books].",
        "{The fleet will not leave port} unless [fuel duty is cut].",
        "Unless [the board improves its terms], {shareholders should take no action}.",
        "Once [the inspectors have left], {the valves can be opened}.",
        "{Talks can begin} once [the siege is lifted].",
        "{The union will suspend the strike} provided that [nobody is dismissed].",
        "Provided [the price is right], {the family would sell}.",
        "{We will keep supplying them} as long as [they pay their bills].",
        "{The tariffs will stay} so long as [the subsidies do].",
        "{The company agreed to talks} on condition that [the pickets were withdrawn].",
        "In the event of [a defeat in parliament], {the minister would resign}.",
        "In case [the court rules against us], {we have a second plan}.",
        "Should [the ceasefire fail], {the envoys will return to Oru}.",
        "We don't want a strike, but if [forced], {we will call one}.",
        "In our view, if [the river is dammed], {everyone downstream will pay}.",
        "{The offer lapses} if [the regulator has not cleared it by May], the bank said in a statement.",
        "{Their support was} contingent upon [a vote in both houses].",
        "The delegate insisted {they would stay} if [asked], adding that the room was cold.",
        "If [Veldia, which holds the upper lakes, opens the sluices], {farmers on our side can plant "
        "again}."));

TEST(Conditionals, SeveralInOnePassageStandInTheOrderOfTheText) {
  const std::string text = "If they pay, we will load. If they do not, we will sail home.";
  const auto found = conditionalsIn(text, {0, text.size()});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].consequence->text, "we will load");
  EXPECT_EQ(found[1].condition.clause.text, "they do not");
}

TEST(Conditionals, AnInterruptedQuotationGoesOnBehindItsSpeaker) {
  const std::string text = "“If the levy stays,” Ms Orr said, “we will close two mines.”";
  const auto end = text.find("” Ms");
  const auto found = conditionalsIn(text, {std::string("“").size(), end});
  ASSERT_EQ(found.size(), 1U);
  ASSERT_TRUE(found[0].consequence);
  EXPECT_EQ(found[0].consequence->text, "we will close two mines");
}

// Whatever the bytes and wherever the scope begins in them, what is found is what stands there.
TEST(Conditionals, OfAnyBytesAreTheTextsOfTheirRanges) {
  static constexpr std::array pieces{
      "if ",   "unless ", "once ", "as long as ", "\"",     "“",     "”",      "’",     ", ",      "—",
      "(",     "]",       ". ",    "we ",         "they ",  "\xFF",  "\xE2",   "\n",    "said ",   "told ",
      "that ", "will ",   "and ",  "as ",         "clear ", "then ", "forced", "U.S. ", "should ", "must "};
  support::SeededDice dice(11);
  for (int run = 0; run < 20000; ++run) {
    std::string text;
    for (std::size_t n = dice.roll(40); n > 0; --n)
      text += pieces[dice.roll(pieces.size())];
    const std::size_t begin = dice.roll(text.size() + 1);
    const std::size_t end = begin + dice.roll(text.size() - begin + 1);
    for (const auto& found : conditionalsIn(text, {begin, end})) {
      const auto range = found.condition.clause.range;
      ASSERT_EQ(text.substr(range.begin, range.end - range.begin), found.condition.clause.text);
      if (found.consequence) {
        ASSERT_EQ(text.substr(found.consequence->range.begin,
                              found.consequence->range.end - found.consequence->range.begin),
                  found.consequence->text);
      }
    }
  }
}

class NotIn : public testing::TestWithParam<const char*> {};

TEST_P(NotIn, WhatOnlyLooksLikeACondition) {
  const std::string text = GetParam();
  for (const auto& found : conditionalsIn(text, {0, text.size()}))
    ADD_FAILURE() << text << ": " << found.condition.clause.text;
}

INSTANTIATE_TEST_SUITE_P(
    Traps, NotIn,
    testing::Values("We will go on even if the courts stop us.", "They behave as if the treaty were dead.",
                    "Reporters asked if the talks had failed.",
                    "The judge asked the clerk if the papers were there.",
                    "It is unclear if the fleet has sailed.",
                    "We will see if they keep their word and if it lasts.", "The port is once again closed.",
                    "He was once a docker himself.", "The firm, once mighty, is sold.",
                    "Orr once led the union.", "The minister who once ran the bank disagrees.",
                    "She called more than once.", "We will stand with them as long as it takes.",
                    "Talks lasted as long as three weeks.", "An official spoke on condition of anonymity.",
                    "The aide spoke on the condition that he not be named.", "Few, if any, ships have left.",
                    "In any case, the vote is over.", "In the case of Harran, nothing has changed.",
                    "The bank provided the money that was needed.", "The once-powerful guild is silent.",
                    "What should the council do?", "They should leave.", "Nobody knows if the dam will hold.",
                    "The chair could not say if a date was set.", ""));

} // namespace
} // namespace stasis::evidence
