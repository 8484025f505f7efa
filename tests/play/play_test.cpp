// Steps of play are moves by the definitions, what deters is judged as the definitions judge it, and a state
// where nobody would move is a Nash equilibrium if everybody may move there.

#include "analysis/play/play.h"
#include "analysis/states/open_engine.h"
#include "oracle/definitions.h"
#include "support/seeded.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace stasis::analysis {
namespace {

const stability::Errand errand; // engines keep a reference to it

using model::PartyId;
using oracle::Game;

std::size_t placeOf(const Game& game, const model::Pattern& state) {
  return static_cast<std::size_t>(std::ranges::find(game.feasible(), state) - game.feasible().begin());
}

TEST(Play, RandomWalksFollowTheDefinitions) {
  support::forSeeds(100, support::Kind::anything(), [](const model::Conflict& conflict) {
    const Game game(conflict);
    if (!(game.size() > 0))
      return;
    const auto opened = openEngine(conflict, {}, errand);
    const Rules rules(*opened.engine);
    Play play(*opened.engine, rules, game.feasible()[0]);
    std::vector<PartyId> all;
    for (std::size_t i = 0; i < game.parties(); ++i)
      all.emplace_back(i);
    support::SeededDice dice(game.size());
    for (std::size_t step = 0; step < 12; ++step) {
      const std::size_t s = placeOf(game, play.state());
      const auto moves = play.moves(all);
      std::size_t expected = 0;
      bool improves = false;
      for (std::size_t i = 0; i < game.parties(); ++i) {
        const bool waits = play.mustWait(PartyId(i));
        ASSERT_TRUE(!waits || play.steps().back().mover == PartyId(i));
        for (const std::size_t t : game.moves(i, s)) {
          expected += waits ? 0 : 1;
          improves = improves || (!waits && game.prefers(i, t, s));
        }
      }
      ASSERT_TRUE(moves.size() == expected);
      ASSERT_TRUE(play.wouldMove(all) == improves);
      ASSERT_TRUE(std::ranges::is_sorted(moves, {}, [](const PlayMove& m) { return m.improves() ? 0 : 1; }));
      if (!improves && rules.transitive()) {
        ASSERT_TRUE(std::ranges::count(game.equilibria(model::Concept::nash), s) == 1);
      }
      if (moves.empty())
        break;
      const auto& taken = moves[dice.roll(moves.size())];
      const std::size_t t = placeOf(game, taken.what.to);
      const auto answers = play.answers(taken);
      std::size_t others = 0;
      for (std::size_t i = 0; i < game.parties(); ++i)
        others += PartyId(i) == taken.mover ? 0 : game.moves(i, t).size();
      ASSERT_TRUE(answers.size() == others);
      for (const auto& answer : answers) {
        ASSERT_TRUE(answer.party != taken.mover);
        const std::size_t end = placeOf(game, answer.to);
        const auto noBetter = [&](std::size_t q) { return !game.prefers(taken.mover.index(), q, s); };
        ASSERT_TRUE(answer.deters == noBetter(end));
        ASSERT_TRUE(answer.willing == game.prefers(answer.party.index(), end, t));
        const auto own = game.moves(taken.mover.index(), end);
        ASSERT_TRUE(answer.lasts == (noBetter(end) && std::ranges::all_of(own, noBetter)));
      }
      const auto before = play.steps().size();
      play.take(taken);
      if (dice.chance(1, 4)) {
        play.backTo(before);
        ASSERT_TRUE(placeOf(game, play.state()) == s);
      }
    }
  });
}

TEST(Play, TheBestImprovementIsTheOneLikedBest) {
  support::forSeeds(60, support::Kind::anything(), [](const model::Conflict& conflict) {
    const Game game(conflict);
    if (!(game.size() > 0))
      return;
    const auto opened = openEngine(conflict, {}, errand);
    const Rules rules(*opened.engine);
    std::mt19937_64 dice(3);
    for (std::size_t s = 0; s < game.size(); ++s) {
      const Play play(*opened.engine, rules, game.feasible()[s]);
      for (std::size_t i = 0; i < game.parties(); ++i) {
        const auto best = play.best(PartyId(i));
        const auto random = play.random(PartyId(i), dice);
        bool any = false;
        for (const std::size_t t : game.moves(i, s))
          if (game.prefers(i, t, s)) {
            any = true;
            ASSERT_TRUE(best && !game.prefers(i, t, placeOf(game, best->what.to)));
          }
        ASSERT_TRUE(best.has_value() == any && random.has_value() == any);
        if (random) {
          ASSERT_TRUE(game.prefers(i, placeOf(game, random->what.to), s));
        }
      }
    }
  });
}

} // namespace
} // namespace stasis::analysis
