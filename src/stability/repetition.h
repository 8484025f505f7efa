#pragma once

// How limited moves of two parties go on beyond those that have a key (model/limited_moves.h): where both end
// repeats from some number of moves on, and so do the verdicts. Told by engines that list their states.
//
// Cost: that of `nonmyopic`. Tested in tests/stability/explicit/limited_moves_test.cpp.

#include "stability/solution.h"

namespace stasis::stability {

struct Repetition {
  std::size_t from = 1;              ///< the least number of moves from which it repeats
  std::size_t period = 1;            ///< the least number of moves after which it does
  std::vector<StateSet> alternating; ///< by party: stable for some number from there on, not for others
  std::vector<StateSet> open;        ///< by party: ties leave it open, for some number, where it ends
  /// By number of moves, from `from` on, and by party: the stable states; empty if the period is long.
  std::vector<std::vector<StateSet>> stable;
};

/// An engine that can tell, or is laid over one that can.
class TellsRepetition {
public:
  virtual ~TellsRepetition() = default;
  /// None if it cannot after all. The conflict has two parties. Computed on first use and kept. Throws
  /// LimitReached.
  virtual std::optional<Repetition> repetition() = 0;
};

/// None if the engine cannot tell, or the conflict has no limited moves. Throws LimitReached.
std::optional<Repetition> repetitionOf(Engine& engine);
/// The same if the solution is complete and has a concept of limited moves; none also if a limit ends the
/// search.
std::optional<Repetition> repetitionAsked(Engine& engine, const Solution& solution);

} // namespace stasis::stability
