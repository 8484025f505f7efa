#pragma once

// All 2^k subsets of held statements as one conflict: each statement Ω of `prefer` gets a switch, an option
// that nobody can change, and becomes "switch and Ω". Where the switch is off the statement is the same in
// all states a party can move between, which is what leaving it out comes to; moves and sanctions never
// change a switch. So a state with a setting of the switches is stable exactly where the state is in the
// conflict of the statements switched on, and any engine answers for all subsets at once.
//
// Rankings and weights stay as they are; listed states become a constraint. Not for merged states and listed
// moves, which stand outside options. Tested against every subset solved by itself (tests/oracle/subsets.h).

#include "analysis/robust/variation.h"

#include <string>
#include <variant>
#include <vector>

namespace stasis::analysis {

/// A statement as written, one for all members of a family that share it.
struct Belief {
  std::size_t preference = 0; ///< among the preferences written
  std::size_t position = 0;   ///< in it
};

struct Switched {
  model::Conflict
      conflict; ///< options of the parties, then a switch for each belief, which stands behind them
  std::vector<Belief> beliefs;
  std::size_t options = 0; ///< of the parties

  model::OptionId switchOf(std::size_t belief) const { return model::OptionId(options + belief); }
  /// The state under every setting of the switches.
  model::Pattern withAnySwitches(const model::Pattern& state) const;
};

/// Whether the conflict is of the kind that can be; why not.
std::string whyNotSwitched(const model::Conflict& conflict);

/// Statements of the parties that the variation varies have switches; others are held.
Switched switched(const Variation& variation);

} // namespace stasis::analysis
