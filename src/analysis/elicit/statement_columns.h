#pragma once

// Conditions that a statement of `prefer` may be, each with the states in which it holds: one option or
// define, two of them joined (`a and b`, `a or b`, `a if b`, `a iff b`), or three. Each is there with its
// negation. Conditions that hold in the same states are one, said in the fewest words; those that hold
// everywhere or nowhere say nothing and are left out. So are those that tell the members of a merged state
// apart.
//
// Cost: with m options and defines, 10 m²/2 columns of pairs and 64 m³/6 of triples, a bit a state each.
// Tested by tests/elicit through statement_list.h.

#include "analysis/elicit/known_order.h"
#include "model/conflict.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace stasis::analysis {

/// A bit for each state, by place.
using PlaceBits = std::vector<std::uint64_t>;

struct StatementColumn {
  model::Expression wanted;
  PlaceBits holds;
  unsigned words = 1; ///< names and negations in it: what it takes to read
};

/// The states in which the condition holds; none if it tells the members of some merged state apart.
std::optional<PlaceBits> heldAlike(const model::Expression& wanted, const model::Conflict& conflict,
                                   const std::vector<model::Pattern>& states);

/// Up to `most` options and defines joined, one to three. In the order of their words, then as found.
std::vector<StatementColumn> statementColumns(const model::Conflict& conflict,
                                              const std::vector<model::Pattern>& states, unsigned most);

} // namespace stasis::analysis
