#include "oracle/definitions.h"
#include "stability/explicit/enumerate.h"
#include "stability/explicit/explicit_engine.h"
#include "stability/explicit/lows.h"
#include "support/property.h"

#include <gtest/gtest.h>

namespace stasis::stability {
namespace {

using model::Conflict;
using model::PartyId;
using model::Sanctions;

struct Board {
  StateSpace space;
  std::vector<Ranks> ranks;
  std::vector<Cells> cells;

  explicit Board(const Conflict& conflict) : space(spaceOf(conflict)) {
    for (std::size_t i = 0; i < conflict.parties.size(); ++i) {
      ranks.push_back(rankStates(space, PartyId(i), {}));
      cells.emplace_back(space, PartyId(i), ranks.back(), Errand());
    }
  }

  static StateSpace spaceOf(const Conflict& conflict) {
    if (!conflict.listed.empty())
      return StateSpace::listed(conflict);
    return StateSpace(conflict, feasibleStates(conflict, ~std::uint64_t{0}, {}));
  }

  std::vector<Lanes> lower(std::size_t i, Sanctions sanctions, std::vector<Lanes> values, int sweeps) const {
    std::vector<const Cells*> others;
    std::vector<const Ranks*> theirs;
    for (std::size_t j = 0; j < cells.size(); ++j)
      if (j != i) {
        others.push_back(&cells[j]);
        theirs.push_back(&ranks[j]);
      }
    lowerAlong(sanctions, others, theirs, values, {}, sweeps);
    return values;
  }
};

support::Kind byOptions() {
  support::Kind kind;
  kind.merged = kind.graphForm = false;
  kind.maxOptions = 8;
  return kind;
}

// The search alone, the sweeps alone and both together, each against every legal sequence.
TEST(Lows, SweepsAndSearchFindTheLeastValueTheOthersCanBringAbout) {
  EXPECT_TRUE(support::holdsFor(600, byOptions(), [](const Conflict& conflict) {
    const oracle::Game game(conflict);
    const Board board(conflict);
    support::ShrinkingDice dice;
    std::vector<Lanes> values(game.size());
    for (auto& value : values)
      value = {static_cast<std::uint32_t>(dice.roll(6)), static_cast<std::uint32_t>(dice.roll(100))};
    const std::size_t i = dice.roll(conflict.parties.size());
    std::vector<std::size_t> others;
    for (std::size_t j = 0; j < conflict.parties.size(); ++j)
      if (j != i)
        others.push_back(j);
    for (const auto sanctions : {Sanctions::moves, Sanctions::improvements}) {
      std::vector<Lanes> wanted = values;
      for (oracle::Place s = 0; s < game.size(); ++s)
        for (const oracle::Place q :
             sanctions == Sanctions::moves ? game.groupMoves(others, s) : game.groupImprovements(others, s))
          wanted[s] = least(wanted[s], values[q]);
      for (const int sweeps : {0, 1, 1'000'000})
        RC_ASSERT(board.lower(i, sanctions, values, sweeps) == wanted);
    }
  }));
}

/// Two parties that take turns along one path of `steps` states, each step an improvement for its mover: A's
/// and B's options spell ascending numbers, a third party watches.
Conflict longPath(std::size_t bits) {
  Conflict c;
  for (const char* name : {"A", "B", "C"}) {
    const std::size_t own = name[0] == 'C' ? 0 : bits;
    c.parties.push_back({.name = name, .firstOption = c.options.size(), .optionCount = own});
    for (std::size_t o = 0; o < own; ++o)
      c.options.push_back(
          {.name = "o" + std::to_string(c.options.size()), .owner = PartyId(c.parties.size() - 1)});
  }
  const std::size_t numbers = std::size_t{1} << bits;
  for (std::size_t step = 0; step + 1 < 2 * numbers; ++step) {
    const std::size_t a = (step + 1) / 2;
    const std::size_t b = step / 2;
    model::Pattern state(2 * bits, model::Choice::no);
    for (std::size_t o = 0; o < bits; ++o) {
      state.set(model::OptionId(o), (a >> o & 1) != 0 ? model::Choice::yes : model::Choice::no);
      state.set(model::OptionId(bits + o), (b >> o & 1) != 0 ? model::Choice::yes : model::Choice::no);
    }
    c.listed.push_back({.name = "s" + std::to_string(step + 1), .pattern = state});
  }
  for (std::size_t i = 0; i < 3; ++i) {
    model::Weights weights;
    for (std::size_t o = 0; o < 2 * bits; ++o)
      weights.weights.push_back({.wanted = model::Expression::option(model::OptionId(o)),
                                 .units = (i == 2 ? -1 : 1) * (std::int64_t{1} << o % bits)});
    c.parties[i].preference = weights;
  }
  return c;
}

// A path of 2·2^12 − 1 states: a sweep moves a value by a step or two, so the search must finish the work,
// and quickly. The last state is everybody's goal and the worst for C, whom every move thus deters.
TEST(Lows, APathAsLongAsTheConflictIsSearchedNotSwept) {
  const Conflict conflict = longPath(12);
  const Board board(conflict);
  const std::size_t n = board.space.size();
  ASSERT_EQ(n, 8191U);
  std::vector<Lanes> values(n);
  for (std::size_t s = 0; s < n; ++s)
    values[s] = {static_cast<std::uint32_t>(n - s), board.ranks[2].of[s]};
  for (const auto& low : board.lower(2, Sanctions::improvements, values, sweepLimit))
    ASSERT_EQ(low, (Lanes{1, 0}));
  // Backwards no step improves: nothing can be brought about but what is.
  for (std::size_t s = 0; s < n; ++s)
    values[s] = {static_cast<std::uint32_t>(s), static_cast<std::uint32_t>(s)};
  EXPECT_EQ(board.lower(2, Sanctions::improvements, values, sweepLimit), values);
  for (const auto& low : board.lower(2, Sanctions::moves, values, sweepLimit))
    ASSERT_EQ(low, (Lanes{0, 0}));
}

} // namespace
} // namespace stasis::stability
