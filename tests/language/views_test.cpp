// Views: parsed, written back and laid out; where the words are names.

#include "language/words/format.h"
#include "language/words/write.h"
#include "oracle/definitions.h"
#include "parse_examples.h"
#include "support/random_views.h"
#include "support/seeded.h"

#include <gtest/gtest.h>

namespace stasis::language {
namespace {

const std::string head =
    "conflict \"Views\"\n\nparty P\n  option a\n  option blind\nparty Q\n  option x\n"
    "  option unaware\n\nstate peace = a\n\nprefer P\n  a\n  blind\nprefer Q\n  x\n  unaware\n";

Parsed parsed(const std::string& text) { return parse(SourceText("views", text)); }

TEST(Views, HaveWhatIsWrittenInThem) {
  const auto model = parsed(head + "view P\n  unaware Q.x\n  blind peace, s3\n  blind a and x\n  never x\n"
                                   "  prefer Q\n    blind\n    blind if x\n  attitude Q against P\n"
                                   "view P of Q\n  weigh P\n    blind 3\n");
  ASSERT_TRUE(model.conflict) << told(SourceText("views", ""), model.diagnostics);
  ASSERT_EQ(model.views.size(), 2U);
  const auto& view = model.views[0];
  EXPECT_EQ(view.of, model::PartyId(0));
  EXPECT_FALSE(view.by);
  EXPECT_EQ(view.unaware.size(), 1U);
  EXPECT_EQ(view.blind.size(), 3U);
  EXPECT_EQ(view.constraints.size(), 1U);
  ASSERT_EQ(view.wishes.size(), 1U);
  EXPECT_EQ(std::get<model::Prioritised>(view.wishes[0].preference).tiers.size(), 2U);
  EXPECT_EQ(view.regards.size(), 1U);
  EXPECT_EQ(model.views[1].of, model::PartyId(1));
  EXPECT_EQ(model.views[1].by, model::PartyId(0));
  EXPECT_EQ(std::get<model::Weights>(model.views[1].wishes[0].preference).weights.size(), 1U);
  EXPECT_TRUE(model.conflict->constraints.empty());
  EXPECT_EQ(std::get<model::Prioritised>(model.conflict->parties[1].preference).tiers.size(), 2U);
}

TEST(Views, EndWhereTheConflictIsSpokenOfAgain) {
  const auto model = parsed(head + "view P\n  never x\nexpect 16 states\nstate war = x\nnever x and unaware\n"
                                   "view Q\n  never a\n");
  ASSERT_TRUE(model.conflict);
  EXPECT_EQ(model.conflict->constraints.size(), 1U);
  EXPECT_EQ(model.views.size(), 2U);
}

TEST(Views, StandLastInTheLayout) {
  const std::string text =
      head + "# mine\nview P\nnever x\nprefer Q\nx\nblind\n# what it gives\nexpect 16 states\n";
  const auto laidOut = format(SourceText("views", text)).text.value();
  EXPECT_TRUE(laidOut.ends_with(
      "# what it gives\nexpect 16 states\n\n# mine\nview P\n  never x\n  prefer Q\n    x\n    "
      "blind\n"))
      << laidOut;
  EXPECT_EQ(format(SourceText("views", laidOut)).text, laidOut);
}

TEST(Views, AreWrittenAsTheyAreRead) {
  support::Kind kind = support::Kind::anything();
  kind.maxOptions = 5;
  for (std::uint64_t seed = 1; seed <= 300 && !testing::Test::HasFailure(); ++seed) {
    support::SeededDice dice(seed);
    const auto conflict = support::randomConflict(kind, dice);
    const auto views = support::randomViews(conflict, oracle::Game(conflict).size(), dice);
    const auto first = parsed(write(conflict, views));
    ASSERT_TRUE(first.conflict) << told(SourceText("views", write(conflict, views)), first.diagnostics);
    ASSERT_EQ(first.views.size(), views.size());
    const std::string text = write(*first.conflict, first.views);
    const auto again = parsed(text);
    ASSERT_TRUE(again.conflict) << text << told(SourceText("views", text), again.diagnostics);
    ASSERT_EQ(write(*again.conflict, again.views), text);
    ASSERT_EQ(format(SourceText("views", text)).text, text);
  }
}

} // namespace
} // namespace stasis::language
