// Moves from a state agree with the definitions, and so does what they do for everybody.

#include "analysis/moves/moves.h"
#include "analysis/states/open_engine.h"
#include "oracle/definitions.h"
#include "report/moves/moves.h"
#include "support/seeded.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace stasis::analysis {
namespace {

const stability::Errand errand; // engines keep a reference to it

using model::PartyId;
using oracle::Game;

std::vector<PartyId> everybody(const model::Conflict& conflict) {
  std::vector<PartyId> all;
  for (std::size_t i = 0; i < conflict.parties.size(); ++i)
    all.emplace_back(i);
  return all;
}

TEST(Moves, AreThoseOfTheDefinitions) {
  support::forSeeds(150, support::Kind::anything(), [](const model::Conflict& conflict) {
    const Game game(conflict);
    if (!(game.size() > 0))
      return;
    const auto opened = openEngine(conflict, {}, errand);
    ASSERT_TRUE(opened.engine != nullptr);
    const Rules rules(*opened.engine);
    for (std::size_t s = 0; s < game.size(); ++s) {
      const auto answer = findMoves(
          *opened.engine, rules, {.from = game.feasible()[s], .parties = everybody(conflict), .limit = 1000});
      for (std::size_t i = 0; i < game.parties(); ++i) {
        const auto& of = answer.parties[i];
        const auto moves = game.moves(i, s);
        ASSERT_TRUE(of.moves == moves.size());
        ASSERT_TRUE(of.listed.size() == moves.size());
        std::size_t improvements = 0;
        for (const auto& move : of.listed) {
          const auto found = std::ranges::find(game.feasible(), move.to);
          const auto t = static_cast<std::size_t>(found - game.feasible().begin());
          ASSERT_TRUE(std::ranges::find(moves, t) != moves.end());
          improvements += move.improves(PartyId(i)) ? 1 : 0;
          for (std::size_t j = 0; j < game.parties(); ++j) {
            const auto expected = game.prefers(j, t, s)   ? Effect::gain
                                  : game.prefers(j, s, t) ? Effect::loss
                                                          : Effect::even;
            ASSERT_TRUE(move.effects[j].effect == expected);
          }
        }
        ASSERT_TRUE(of.improvements == improvements);
        ASSERT_TRUE(
            std::ranges::is_sorted(of.listed, {}, [&](const auto& m) { return m.effects[i].effect; }));
      }
    }
  });
}

TEST(Moves, FewerAreListedThanCounted) {
  model::Conflict c;
  c.parties.push_back({.name = "A", .firstOption = 0, .optionCount = 4});
  for (std::size_t i = 0; i < 4; ++i)
    c.options.push_back({.name = "o" + std::to_string(i), .owner = PartyId(0)});
  const auto opened = openEngine(c, {}, errand);
  const Rules rules(*opened.engine);
  const auto answer =
      findMoves(*opened.engine, rules,
                {.from = model::Pattern(4, model::Choice::no), .parties = {PartyId(0)}, .limit = 3});
  EXPECT_EQ(answer.parties[0].moves, 15U);
  EXPECT_EQ(answer.parties[0].listed.size(), 3U);
  const report::MovesView view{*opened.engine, answer};
  EXPECT_NE(report::movesText(view, {}).find("12 more; --limit 15 lists them all."), std::string::npos);
  const auto json = nlohmann::json::parse(report::movesJson({view}));
  EXPECT_EQ(json["parties"][0]["count"], "15");
  EXPECT_EQ(json["parties"][0]["moves"].size(), 3U);
}

} // namespace
} // namespace stasis::analysis
