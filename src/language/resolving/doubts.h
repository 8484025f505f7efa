#pragma once

// Whether the unsure pairs of a party go with its ranking. A pair is one of two states, of different classes,
// written once, whose order does not follow from the rest: where a > b and b > c are certain, a ? c is not
// open, for c > a would make a cycle.
//
// A pair follows from the rest iff some pair of its party does by way of one state between them (take the
// shortest chain of certain steps: its first two make a pair that is not certain), so only such ways are
// looked for. O(states + pairs x states between them) at worst.
//
// Tested by tests/language/marks_test.cpp against the closure of all certain steps.

#include "language/codes/diagnostic.h"
#include "model/preference.h"

#include <functional>
#include <string>

namespace stasis::language {

/// What is known of states where the check is made.
struct DoubtStates {
  std::function<std::string(const model::StateRef&)> key;  ///< the same for the same state only
  std::function<std::string(const model::StateRef&)> name; ///< for messages, with its marks
};

/// What is wrong with the pairs (S0423, S0424, S0425), at most `mostTold` problems. Pairs with a state that
/// is not ranked are passed over.
Diagnostics doubtProblems(const model::Ranking& ranking, const std::vector<model::UnsurePair>& pairs,
                          const DoubtStates& states);

} // namespace stasis::language
