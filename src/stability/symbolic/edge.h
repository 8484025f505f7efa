#pragma once

// A function of the variables, as a reference to a node of a diagram with complement edges (Brace, Rudell and
// Bryant 1990): the number of the node, and whether the function or its negation is meant. A function and its
// negation share their nodes, and negating costs nothing. Node 0 is the constant false.
//
// Tested in tests/stability/symbolic/.

#include <cstdint>

namespace stasis::stability {

/// A variable of the diagrams: its place in their order, from 0.
using Level = std::uint32_t;
inline constexpr Level noLevel = 0xFFFFFFFF; ///< of constants: after all variables

struct Edge {
  std::uint32_t code = 0; ///< number of the node × 2, + 1 for the negation

  constexpr std::uint32_t node() const { return code >> 1U; }
  constexpr bool isNegated() const { return (code & 1U) != 0; }
  constexpr bool isConstant() const { return code <= 1; }
  constexpr Edge plain() const { return {code & ~1U}; }
  /// The negation if `flip` is set, else the same.
  constexpr Edge flipped(bool flip) const { return {code ^ static_cast<std::uint32_t>(flip)}; }
  constexpr Edge operator!() const { return {code ^ 1U}; }
  friend constexpr bool operator==(Edge, Edge) = default;
};

inline constexpr Edge nowhere{0};
inline constexpr Edge everywhere{1};

} // namespace stasis::stability
