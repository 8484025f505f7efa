#pragma once

// Conditions on states in the form that other programs of the literature use. A cube is a list of options,
// each with a required choice; it holds where all of them do. A list of cubes holds where any cube does
// (disjunctive normal form).
//
// Invariant of a cube: options ascend, none occurs twice. The empty cube always holds, the empty list never.

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

/// From literals in any order; none if they ask for both choices of one option.
std::optional<Cube> cubeOf(std::vector<Literal> literals);

/// The cube that holds where both do; none if they never hold together.
std::optional<Cube> both(const Cube& a, const Cube& b);

/// True if `a` holds wherever `b` does. Linear.
bool covers(const Cube& a, const Cube& b);

/// Sorts, and drops every cube that holds only where another does. Beyond 256 cubes it drops only repeated
/// ones.
void simplify(Cubes& cubes);

/// `a and not b and …`
model::Expression expressionOf(const Cube& cube);

/// The cubes joined by `or`. If they name only the same two options, one connective: `a iff b`, `a implies
/// b`.
model::Expression expressionOf(const Cubes& cubes);

} // namespace stasis::exchange
