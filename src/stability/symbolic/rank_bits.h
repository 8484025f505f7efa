#pragma once

// A party's rank as a binary number: one set of states for each bit, most important first. The party prefers
// the state with the larger number. `prefer` has a bit for each statement (for statements of equal priority,
// the number that hold), `weigh` the bits of the sum, `rank` the bits of the class. Unlike in the explicit
// engine, some numbers may not occur.

#include "stability/symbolic/conditions.h"
#include "stability/symbolic/weighted_sum.h"

#include <functional>
#include <optional>
#include <vector>

namespace stasis::stability {

/// The number of bits that ranks of this preference take.
std::size_t rankBitsOf(const model::Preference& preference);

/// Finds the state that a ranking names.
using StateOf = std::function<std::optional<model::Pattern>(const model::StateRef&)>;
/// The rank as a sum of weights, each where it counts; nothing for other preferences. A negative weight
/// counts where its condition fails: the order is the same.
std::vector<Term> rankTerms(const model::Preference& preference, Conditions& conditions);
std::vector<Diagram> rankBits(const model::Preference& preference, Conditions& conditions,
                              const StateOf& stateOf);

} // namespace stasis::stability
