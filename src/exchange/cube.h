#pragma once

// Conditions on states in the one shape the literature's programs know: a cube is a list of options with the
// choice each must have, all of which must hold; a list of cubes holds where any of them does (disjunctive
// normal form).
//
// Invariant of a cube: by ascending option, no option twice. The empty cube always holds, the empty list
// never.

#include "model/conflict.h"

#include <compare>
#include <optional>
#include <vector>

namespace stasis::exchange {

struct Literal {
  model::OptionId option;
  bool taken = true;
  friend auto operator<=>(const Literal&, const Literal&) = default;
};

using Cube = std::vector<Literal>;
using Cubes = std::vector<Cube>;

/// From literals in any order; none if one option would have to be both.
std::optional<Cube> cubeOf(std::vector<Literal> literals);

/// The cube that holds where both do; none if nowhere.
std::optional<Cube> both(const Cube& a, const Cube& b);

/// True if `a` holds wherever `b` does. Linear.
bool covers(const Cube& a, const Cube& b);

/// Sorts, and drops cubes that hold only where another does: all of them among up to 256 cubes, beyond
/// that only the repeated ones.
void simplify(Cubes& cubes);

/// `a and not b and …`
model::Expression expressionOf(const Cube& cube);

/// The cubes joined by `or`; where they speak of the same two options only, by the one connective that says
/// it: `a iff b`, `a implies b`.
model::Expression expressionOf(const Cubes& cubes);

} // namespace stasis::exchange
