#pragma once

// All readings as one conflict: each point gets a switch, an option that nobody can change, which is taken
// for yes (as in robust/switches.h). Directions cannot be switched, so they are fixed here.
//
//   line, assumption  the statement becomes "switch and statement", the condition of a weight likewise
//   order             the lower line stands once more above the upper, held only if exchanged
//   pair              the ranking becomes weights: a class is worth the number of classes below it, and each
//                     open pair adds one to whichever is the better
//
// Settings of the switches that are no reading are ruled out by constraints: for pairs that no three classes
// go round in a circle (enough, since every two classes are compared), for neighbours that no line is
// exchanged twice. Any engine for options serves. Tested with the readings (tests/ask).

#include "analysis/ask/readings.h"

namespace stasis::analysis {

struct JointConflict {
  model::Conflict conflict;
  std::vector<std::optional<model::OptionId>> switches; ///< by point; none for directions
  std::size_t options = 0;                              ///< of the parties, before the switches

  /// The state with every setting of the switches.
  model::Pattern withAnySwitches(const model::Pattern& state) const;
};

/// More classes than this in one block of a ranking are too many for constraints.
inline constexpr std::size_t mostClassesInBlock = 64;

/// Why the readings of a conflict cannot be solved at once; empty if they can.
std::string whyNotJoint(const Readings& readings);

/// `directions`: the answers to the points that are directions; others are ignored.
JointConflict jointConflict(const Readings& readings, const Reading& directions);

} // namespace stasis::analysis
