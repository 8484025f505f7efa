#pragma once

// All 2^k subsets of held statements as one conflict. Each statement Ω of `prefer` gets a switch, an option
// that nobody can change, and becomes "switch and Ω". If the switch is off, the statement has the same value
// in all states that a party can move between, as if it were left out. Moves and sanctions never change a
// switch. So a state with a setting of the switches is stable exactly if the state is stable in the conflict
// with only the statements switched on, and any engine answers for all subsets at once.
//
// Rankings and weights stay as they are; listed states become a constraint. Merged states and listed moves
// are not supported: options do not describe them. Tested by tests/oracle/subsets.h on every subset.

#include "analysis/robust/variation.h"

#include <string>
#include <vector>

namespace stasis::analysis {

/// A statement as written; one for all members of a family that share it.
struct Belief {
  std::size_t preference = 0; ///< position among the preferences written
  std::size_t position = 0;   ///< position in that preference
};

struct Switched {
  model::Conflict conflict; ///< the options of the parties, then one switch for each belief
  std::vector<Belief> beliefs;
  std::size_t options = 0; ///< of the parties

  model::OptionId switchOf(std::size_t belief) const { return model::OptionId(options + belief); }
  /// The state in every setting of the switches.
  model::Pattern withAnySwitches(const model::Pattern& state) const;
};

/// Why the conflict cannot have switches; empty if it can.
std::string whyNotSwitched(const model::Conflict& conflict);

/// Statements of the parties that the variation varies get switches; the others are always held.
Switched switched(const Variation& variation);

} // namespace stasis::analysis
