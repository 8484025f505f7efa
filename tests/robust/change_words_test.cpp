#include "language/parse.h"
#include "oracle/oracle_engine.h"
#include "report/robust/change_words.h"

#include <gtest/gtest.h>

namespace stasis::report {
namespace {

using analysis::Change;
using analysis::ChangeKind;
using analysis::Variation;

constexpr std::string_view guests = R"(conflict "Guests"
source news "news.txt" "what was said"
party Host
  option open "Open the door"
  option charge irrevocable
parties Guests of Ann, Bob
  option come
  option stay unresumable
never charge and Ann.come
at most one of charge, Bob.come
prefer Host
  open
    because news "the door is open"
  any of Guests.come | not charge
prefer each Guests
  self.come if open
  not self.stay
)";

struct Told {
  explicit Told(std::string_view text)
      : source("guests.conflict", std::string(text)), conflict(*language::parse(source).conflict),
        engine(conflict), variation(engine, {}), words(conflict, variation.preferences(), &source) {}

  std::vector<std::string> of(ChangeKind kind) const {
    std::vector<std::string> told;
    for (const Change& change : variation.changes(variation.draft()))
      if (change.kind == kind)
        told.push_back(words.text(change) + " (" + words.place(change) + ")");
    return told;
  }

  language::SourceText source;
  model::Conflict conflict;
  oracle::OracleEngine engine;
  Variation variation;
  ChangeWords words;
};

using Words = std::vector<std::string>;

// What members of a family share by one line is one change.
TEST(ChangeWords, SayEachChangeInTheWordsOfTheText) {
  const Told told(guests);
  EXPECT_EQ(
      told.of(ChangeKind::drop),
      (Words{"Host: `open` is dropped (line 12)", "Host: `any of Guests.come` is dropped (line 14)",
             "Host: `not charge` is dropped (line 14)", "Guests: `self.come if open` is dropped (line 16)",
             "Guests: `not self.stay` is dropped (line 17)"}));
  EXPECT_EQ(told.of(ChangeKind::swap),
            (Words{"Host: `any of Guests.come | not charge` before `open` (lines 12 and 14)",
                   "Guests: `not self.stay` before `self.come if open` (lines 16 and 17)"}));
  EXPECT_EQ(told.of(ChangeKind::free), (Words{"Host: `charge` can be taken back (line 5)",
                                              "Guests: `stay` can be taken up again (line 8)"}));
  EXPECT_EQ(told.of(ChangeKind::bind), (Words{"Host: `open` cannot be taken back (line 4)",
                                              "Guests: `come` cannot be taken back (line 7)"}));
  EXPECT_EQ(told.of(ChangeKind::allow), (Words{"`never charge and Ann.come` does not bind (line 9)",
                                               "`at most one of charge, Bob.come` does not bind (line 10)"}));
}

TEST(ChangeWords, KnowWhatIsCited) {
  const Told told(guests);
  const auto because = told.words.because({ChangeKind::drop, 0, {0}, {}});
  ASSERT_EQ(because.size(), 1U);
  EXPECT_EQ(because.front()->words, "the door is open");
  EXPECT_TRUE(told.words.because({ChangeKind::drop, 1, {0}, {}}).empty());
}

// Dropped for Ann, it is dropped for Bob, who says it of himself.
TEST(ChangeWords, MembersOfAFamilyChangeTogether) {
  const Told told(guests);
  const auto without = told.variation.conflict({{ChangeKind::drop, 1, {0}, {}}});
  for (const std::size_t party : {1, 2}) {
    const auto& said = std::get<model::Prioritised>(without.parties[party].preference);
    ASSERT_EQ(said.tiers.size(), 1U);
    EXPECT_EQ(said.tiers[0][0].wanted.options().front().index(), party == 1 ? 3U : 5U); // stay, each his own
  }
  const auto bound = told.variation.conflict({{ChangeKind::bind, 2, {}, {}}});
  EXPECT_EQ(bound.options[2].direction, model::Direction::irrevocable);
  EXPECT_EQ(bound.options[4].direction, model::Direction::irrevocable);
  EXPECT_EQ(bound.options[0].direction, model::Direction::both);
}

TEST(ChangeWords, RankingsAndWeightsAreToldByStatesAndOptions) {
  const Told told(R"(conflict "Two"
party A
  option a
party B
  option b
rank A
  s1 > s2 ~ s3 > s4
weigh B
  a 2
  b -1
)");
  EXPECT_EQ(told.of(ChangeKind::swap),
            (Words{"A: `s2 ~ s3` before `s1` (line 7)", "A: `s4` before `s2 ~ s3` (line 7)"}));
  EXPECT_EQ(told.of(ChangeKind::drop),
            (Words{"B: `the weight of a` is dropped (line 9)", "B: `the weight of b` is dropped (line 10)"}));
}

} // namespace
} // namespace stasis::report
