#include "oracle/definitions.h"
#include "support/property.h"
#include "support/published.h"

#include <gtest/gtest.h>

namespace stasis::oracle {
namespace {

using model::Concept;

std::vector<std::size_t> numbers(const Places& places) {
  std::vector<std::size_t> from1;
  for (const Place place : places)
    from1.push_back(place + 1);
  return from1;
}

using Numbers = std::vector<std::size_t>;

// By hand: each prisoner's dominant choice is not to cooperate; from 4, whoever defects is answered.
TEST(Oracle, PrisonersDilemma) {
  const auto conflict = support::prisonersDilemma();
  const Game game(conflict);
  EXPECT_EQ(numbers(game.equilibria(Concept::nash)), Numbers{1});
  for (const Concept c : {Concept::gmr, Concept::smr, Concept::seq, Concept::sseq})
    EXPECT_EQ(numbers(game.equilibria(c)), (Numbers{1, 4}));
}

// Kinsara, A Simple Guide to GMCR+ (2014), Figure 19.
TEST(Oracle, SyriaAndIraq) {
  const auto conflict = support::syriaIraq();
  const Game game(conflict);
  ASSERT_EQ(game.size(), 6U);
  EXPECT_EQ(numbers(game.equilibria(Concept::gmr)), (Numbers{1, 6}));
  for (const Concept c : {Concept::nash, Concept::smr, Concept::seq, Concept::sseq})
    EXPECT_EQ(numbers(game.equilibria(c)), Numbers{6});
}

// Kilgour & Hipel, Group Decision and Negotiation 14 (2005): the nine-state model, in both forms.
TEST(Oracle, Elmira) {
  for (const auto& conflict : {support::elmira(), support::elmiraGraphForm()}) {
    const Game game(conflict);
    ASSERT_EQ(game.size(), 9U);
    EXPECT_EQ(numbers(game.equilibria(Concept::nash)), (Numbers{5, 8, 9}));
    EXPECT_EQ(numbers(game.equilibria(Concept::seq)), (Numbers{5, 8, 9}));
    EXPECT_EQ(numbers(game.equilibria(Concept::gmr)), (Numbers{1, 4, 5, 8, 9}));
    EXPECT_EQ(numbers(game.equilibria(Concept::smr)), (Numbers{1, 4, 5, 8, 9}));
  }
}

// The moves the paper lists are those that the options give.
TEST(Oracle, ElmiraMovesFollowFromItsOptions) {
  const auto byOptions = support::elmira();
  const auto byHand = support::elmiraGraphForm();
  const Game a(byOptions);
  const Game b(byHand);
  for (std::size_t i = 0; i < 3; ++i)
    for (Place s = 0; s < 9; ++s)
      EXPECT_EQ(a.moves(i, s), b.moves(i, s)) << "party " << i << " state " << s + 1;
}

// A has 1 → 2 → 3 and may not move twice in a row, so {A, B} does not reach 3 from 1, not even when B can
// step aside and back (2 → 4 → 2 are both B's). When B itself can move 1 → 2, A may go on to 3.
TEST(Oracle, NobodyMovesTwiceInARow) {
  model::Conflict c = support::prisonersDilemma();
  const auto arc = [](std::size_t from, std::size_t to) {
    return model::Move{{model::StateRef::Kind::number, from, {}}, {model::StateRef::Kind::number, to, {}}};
  };
  c.parties[0].moves = {{arc(1, 2), arc(2, 3)}};
  c.parties[1].moves.emplace();
  EXPECT_EQ(numbers(Game(c).groupMoves({0, 1}, 0)), Numbers{2});
  c.parties[1].moves = {{arc(2, 4), arc(4, 2)}};
  EXPECT_EQ(numbers(Game(c).groupMoves({0, 1}, 0)), (Numbers{2, 4}));
  c.parties[1].moves = {{arc(1, 2)}};
  EXPECT_EQ(numbers(Game(c).groupMoves({0, 1}, 0)), (Numbers{2, 3}));
}

// The generators must make everything that they promise.
TEST(RandomConflict, EveryFormOccurs) {
  support::SeededDice dice(7);
  std::size_t merged = 0, graph = 0, rankings = 0, weights = 0, directed = 0, constrained = 0, tiers = 0;
  for (int run = 0; run < 400; ++run) {
    const auto c = support::randomConflict(support::Kind::anything(), dice);
    merged += c.hasMergedStates() ? 1 : 0;
    graph += c.hasGraphForm() ? 1 : 0;
    constrained += !c.constraints.empty() && c.listed.empty() ? 1 : 0;
    for (const auto& option : c.options)
      directed += option.direction != model::Direction::both ? 1 : 0;
    for (const auto& party : c.parties) {
      rankings += std::holds_alternative<model::Ranking>(party.preference) ? 1 : 0;
      weights += std::holds_alternative<model::Weights>(party.preference) ? 1 : 0;
      if (const auto* p = std::get_if<model::Prioritised>(&party.preference))
        for (const auto& tier : p->tiers)
          tiers += tier.size() > 1 ? 1 : 0;
    }
  }
  for (const std::size_t count : {merged, graph, rankings, weights, directed, constrained, tiers})
    EXPECT_GT(count, 20U);
}

// "All members must have the same rank for each party": the generator keeps to this.
TEST(RandomConflict, MergedStatesAreToldApartByNobody) {
  EXPECT_TRUE(support::holdsFor(200, support::Kind::mergedStates(), [](const model::Conflict& c) {
    const Game game(c);
    for (Place s = 0; s < game.size(); ++s)
      for (const auto& party : c.parties)
        if (const auto* p = std::get_if<model::Prioritised>(&party.preference))
          for (const auto& tier : p->tiers)
            for (const auto& statement : tier)
              for (const auto& member : game.members(s))
                RC_ASSERT(truth(c, statement.wanted, member) ==
                          truth(c, statement.wanted, game.members(s).front()));
  }));
}

TEST(RandomConflict, SomeStateIsFeasibleAndStatusQuoIsOne) {
  EXPECT_TRUE(support::holdsFor(300, support::Kind::anything(), [](const model::Conflict& c) {
    const Game game(c);
    RC_ASSERT(game.size() > 0);
    if (c.statusQuo) {
      bool found = false;
      for (Place s = 0; s < game.size(); ++s)
        for (const auto& member : game.members(s))
          found = found || member == *c.statusQuo;
      RC_ASSERT(found);
    }
  }));
}

} // namespace
} // namespace stasis::oracle
