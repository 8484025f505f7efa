#pragma once

// A party's rank as a binary number: one set of states for each bit, most important first; the larger number
// is the one the party likes better. `prefer` has a bit for each statement (and for statements of equal
// priority the number that hold), `weigh` the bits of the sum, `rank` those of the class. Numbers may be left
// out, unlike in the explicit engine.

#include "stability/symbolic/conditions.h"
#include "stability/symbolic/weighted_sum.h"

#include <functional>
#include <optional>
#include <vector>

namespace stasis::stability {

/// How many bits the ranks of this preference take.
std::size_t rankBitsOf(const model::Preference& preference);

/// `stateOf` finds the states a ranking names.
using StateOf = std::function<std::optional<model::Pattern>(const model::StateRef&)>;
/// The rank as a sum of weights, each where it counts; nothing for other preferences. A negative weight
/// counts where its condition fails: the order is the same.
std::vector<Term> rankTerms(const model::Preference& preference, Conditions& conditions);
std::vector<Diagram> rankBits(const model::Preference& preference, Conditions& conditions,
                              const StateOf& stateOf);

} // namespace stasis::stability
