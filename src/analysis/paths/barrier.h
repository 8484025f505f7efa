#pragma once

// Why no legal sequence leads from a state to a goal, as exactly as the model tells.
//
//   options       options that cannot be changed back as they stand at the start (irrevocable and taken, or
//                 unresumable and dropped) while the goal has them otherwise: a proof, each alone or all
//                 together
//   nobodyLeaves  no party has a move from the start; nobodyEnters: none has a move into the goal
//   directions    where moves do not follow from options alone (merged states): directed options; a way
//                 opens when the direction of any one of them is lifted
//   twiceInARow   the moves are there, but some party would have to move twice in a row
//   between       every party could do its share one after another, were it not that states on every way are
//                 infeasible; constraints: those that alone are to blame (without one of them there is a way)
//
// What is said of options and of states between holds where moves follow from options and no states are
// merged. Cost: a few searches; for each constraint (direction) an engine opened and searched without it.
// Tested against the definitions on random conflicts.

#include "analysis/paths/rules.h"
#include "stability/engine.h"
#include "stability/errand.h"

#include <functional>
#include <memory>
#include <vector>

namespace stasis::analysis {

struct Barrier {
  std::vector<model::OptionId> options;
  bool eachOption = false; ///< each of the options alone bars the way; else all of them together
  std::vector<model::OptionId>
      directions; ///< each alone is to blame; only looked for where `options` says nothing
  bool nobodyLeaves = false;
  bool nobodyEnters = false;
  bool twiceInARow = false;
  bool between = false;
  std::vector<std::size_t> constraints; ///< positions in the conflict
  bool constraintsTried = false;        ///< false: not looked for, or given up for a limit

  friend bool operator==(const Barrier&, const Barrier&) = default;
};

/// An engine on another conflict, which must outlive it; none if it cannot be opened within its limits.
using OpenEngine = std::function<std::unique_ptr<stability::Engine>(const model::Conflict&)>;

/// Constraints are tried for goals of at most so many states.
inline constexpr std::size_t mostGoalStates = 4096;

/// One barrier a goal; no goal has a way to it. Without `open` constraints are not tried. Throws
/// LimitReached.
std::vector<Barrier> barriers(stability::Engine& engine, const Rules& rules, const model::Pattern& from,
                              const std::vector<stability::StateSet>& goals, const OpenEngine& open,
                              const stability::Errand& errand);

} // namespace stasis::analysis
