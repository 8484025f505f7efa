#pragma once

// Why no legal sequence leads from a state to a goal, as exactly as the model shows.
//
//   options       options that cannot be changed back at the start (irrevocable and taken, or unresumable and
//                 not taken) but have the other choice in the goal: a proof, each by itself or all together
//   nobodyLeaves  no party has a move from the start; nobodyEnters: none has a move into the goal
//   directions    merged states only, where moves do not follow from options alone: directed options; a way
//                 opens when any one of them can be changed both ways
//   twiceInARow   the moves exist, but some party would have to move twice in a row
//   between       every party could do its share in turn, but states on every way are infeasible;
//                 constraints: those that block it alone (a way opens without one of them)
//
// `options` and `between` apply where moves follow from options and no states are merged. Cost: a few
// searches; for each constraint (direction) one engine opened and searched without it. Tested against the
// definitions on random conflicts.

#include "analysis/paths/rules.h"
#include "stability/engine.h"
#include "stability/errand.h"

#include <functional>
#include <memory>
#include <vector>

namespace stasis::analysis {

struct Barrier {
  std::vector<model::OptionId> options;
  bool eachOption = false; ///< each option by itself bars the way; false: all together do
  std::vector<model::OptionId>
      directions; ///< each alone bars the way; only searched for if `options` is empty
  bool nobodyLeaves = false;
  bool nobodyEnters = false;
  bool twiceInARow = false;
  bool between = false;
  std::vector<std::size_t> constraints; ///< positions in the conflict
  bool constraintsTried = false;        ///< false: not tried, or a limit ended the trial

  friend bool operator==(const Barrier&, const Barrier&) = default;
};

/// Opens an engine on another conflict, which must outlive it; none if its limits do not suffice.
using OpenEngine = std::function<std::unique_ptr<stability::Engine>(const model::Conflict&)>;

/// Constraints are tried only for goals of at most this many states.
inline constexpr std::size_t mostGoalStates = 4096;

/// One barrier for each goal; no goal may have a way to it. Constraints are tried only with `open`. Throws
/// LimitReached.
std::vector<Barrier> barriers(stability::Engine& engine, const Rules& rules, const model::Pattern& from,
                              const std::vector<stability::StateSet>& goals, const OpenEngine& open,
                              const stability::Errand& errand);

} // namespace stasis::analysis
