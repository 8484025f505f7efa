#pragma once

// The order of the variables for one conflict: of the options, and of the bits of each party's thresholds
// among them. The order decides whether an answer takes a millisecond or never comes; it never changes the
// answer.
//
//   options     party by party, who stands alone first, then families, the largest last: what depends on how
//               many of a large family do something is a chain of counts behind few cases. Options that no
//               party owns (the switches of analysis/robust) come last. Where statements
//               and constraints of few options tie together what stands far apart, and more than six
//               options would be open at one place, the order is one that brings them together
//               (force_order.h), if that leaves at most half of them open.
//   thresholds  before the options: few sets, one for each value. Where a party's rank has more than eight
//               bits, that would be too many values, and the bits of statements of few options stand right
//               behind the last of them. Where the ranks of several parties are thresholds at once
//               (by_attitudes.h), each of these parties has bits of its own, by the same rule for all of them
//               together. The number of a state in an `unsure` pair comes before the options, too.
//
// O(options and statements). Tested in tests/stability/symbolic/variable_order_test.cpp.

#include "model/conflict.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace stasis::stability {

struct VariableOrder {
  std::vector<model::OptionId> options;
  /// For each party and each bit of its rank, most important first: the place (in `options`) of the option it
  /// stands after; none: before all options.
  std::vector<std::vector<std::optional<std::size_t>>> bits;
  /// The same for bits that no other party shares; empty for a party that needs none.
  std::vector<std::vector<std::optional<std::size_t>>> apart = {};
  /// How many bits number the states of a party's unsure pairs.
  std::size_t pairBits = 0;
};

VariableOrder orderOfVariables(const model::Conflict& conflict);

/// Whether everything written in the conflict mentions few options, of which few are open at any place of the
/// order. Sets of states are then small, however many states they have. Never true of rankings and weights.
bool speaksNarrowly(const model::Conflict& conflict);

} // namespace stasis::stability
