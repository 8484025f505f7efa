#include "analysis/paths/rules.h"
#include "oracle/oracle_engine.h"
#include "support/property.h"
#include "support/published.h"

#include <gtest/gtest.h>

namespace stasis::analysis {
namespace {

using model::PartyId;
using model::Pattern;
using oracle::OracleEngine;
using oracle::Place;
using oracle::Places;

std::vector<Pattern> patterns(const oracle::Game& game, const Places& places) {
  std::vector<Pattern> out;
  for (const Place s : places)
    out.push_back(game.feasible()[s]);
  return out;
}

void sameAsDefinitions(const model::Conflict& conflict) {
  OracleEngine engine(conflict);
  const oracle::Game& game = engine.game();
  const Rules rules(engine);
  for (std::size_t i = 0; i < game.parties(); ++i)
    for (Place s = 0; s < game.size(); ++s) {
      const Pattern& state = game.feasible()[s];
      const PartyId party(i);
      RC_ASSERT(rules.moves(party, state) == patterns(game, game.moves(i, s)));
      RC_ASSERT(rules.improvements(party, state) == patterns(game, game.improvements(i, s)));
      for (Place q = 0; q < game.size(); ++q) {
        const Pattern& other = game.feasible()[q];
        RC_ASSERT((rules.compare(party, state, other) > 0) == game.prefers(i, s, q));
        RC_ASSERT(rules.before(state, other) == (s < q));
        const bool moves = std::ranges::count(game.moves(i, s), q) == 1;
        RC_ASSERT(rules.isMove(party, state, other) == moves);
      }
    }
}

TEST(Rules, MovesAndPreferencesAreTheDefinitions) {
  EXPECT_TRUE(support::holdsFor(300, support::Kind::anything(), sameAsDefinitions));
}

TEST(Rules, MovesAndPreferencesAreTheDefinitionsWithMergedStates) {
  EXPECT_TRUE(support::holdsFor(200, support::Kind::mergedStates(), sameAsDefinitions));
}

TEST(Rules, MovesAndPreferencesAreTheDefinitionsInGraphForm) {
  EXPECT_TRUE(support::holdsFor(150, support::Kind::graphOnly(), sameAsDefinitions));
}

TEST(Rules, FeasibleStatesAreTheDefinitions) {
  EXPECT_TRUE(support::holdsFor(200, support::Kind::anything(), [](const model::Conflict& conflict) {
    OracleEngine engine(conflict);
    const Rules rules(engine);
    std::size_t found = 0;
    for (std::size_t bits = 0; bits < std::size_t{1} << conflict.options.size(); ++bits) {
      Pattern state(conflict.options.size(), model::Choice::no);
      for (std::size_t o = 0; o < state.size(); ++o)
        if ((bits >> o) % 2 == 1)
          state.set(model::OptionId(o), model::Choice::yes);
      const bool listed = std::ranges::count(engine.game().feasible(), state) == 1;
      RC_ASSERT(rules.feasible(state) == listed);
      found += listed ? 1 : 0;
    }
    for (const Pattern& state : engine.game().feasible())
      RC_ASSERT(rules.feasible(state));
    RC_ASSERT(found <= engine.game().size());
  }));
}

// Thirty options of one party of which exactly one is taken: 2^30 own choices, 29 moves.
TEST(Rules, ManyOwnOptionsAreCutOffByTheConstraints) {
  model::Conflict c;
  c.parties.push_back({.name = "A", .firstOption = 0, .optionCount = 30});
  std::vector<model::Expression> options;
  for (std::size_t o = 0; o < 30; ++o) {
    c.options.push_back({.name = "o" + std::to_string(o), .owner = PartyId(0)});
    options.push_back(model::Expression::option(model::OptionId(o)));
  }
  c.constraints.push_back({.holds = model::Expression::count(model::Expression::Op::exactly, 1, options)});
  class Bare : public OracleEngine {
  public:
    explicit Bare(const model::Conflict& none, const model::Conflict& real)
        : OracleEngine(none), real_(real) {}
    const model::Conflict& conflict() const override { return real_; }

  private:
    const model::Conflict& real_;
  };
  const model::Conflict none;
  Bare engine(none, c);
  Pattern first(30, model::Choice::no);
  first.set(model::OptionId(0), model::Choice::yes);
  EXPECT_EQ(Rules(engine).moves(PartyId(0), first).size(), 29U);
  c.constraints.clear();
  EXPECT_THROW(Rules(engine).moves(PartyId(0), first), stability::LimitReached);
}

// The set operations that analyses use, against the definitions in words.
TEST(OracleEngine, HeldToIsNoBetterAndNoEscape) {
  EXPECT_TRUE(support::holdsFor(100, support::Kind::anything(), [](const model::Conflict& conflict) {
    OracleEngine engine(conflict);
    const oracle::Game& game = engine.game();
    for (std::size_t i = 0; i < game.parties(); ++i)
      for (Place s = 0; s < game.size(); ++s) {
        const auto held = engine.places(engine.heldTo(PartyId(i), game.feasible()[s]));
        for (Place q = 0; q < game.size(); ++q) {
          bool expected = !game.prefers(i, q, s);
          for (const Place r : game.moves(i, q))
            expected = expected && !game.prefers(i, r, s);
          RC_ASSERT(held.contains(q) == expected);
        }
      }
  }));
}

} // namespace
} // namespace stasis::analysis
