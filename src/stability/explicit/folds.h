#pragma once

// The least value a party can reach from each state by one of its moves, or by one of its improvements, the
// state's own value included: for all states at once, in place, cell by cell.
//
//   foldMoves         value(s) := min of value over { s } ∪ R_j(s)
//   foldImprovements  value(s) := min of value over { s } ∪ R+_j(s)
//
// Reversible options: O(1) a state. Directed ones: a move costs O(d) a state if the cell has a table of the
// 2^d advances, else O(advances in the cell). Improvements go through a cell from best to worst and pass each
// value down to all smaller advances, until no smaller value arrives. A value is passed on as often as a new
// least one occurs: for values in random order, a logarithmic number of times. Two values a state are folded
// together. The maximum is the minimum of complements. Tested against the oracle through the engine.

#include "stability/explicit/cells.h"

namespace stasis::stability {

/// Two values of one state; each lane is folded by itself.
struct Lanes {
  std::uint32_t first;
  std::uint32_t second;
  friend bool operator==(Lanes, Lanes) = default;
};

inline constexpr Lanes noLanes{0xFFFFFFFF, 0xFFFFFFFF};

constexpr Lanes least(Lanes a, Lanes b) {
  return {a.first < b.first ? a.first : b.first, a.second < b.second ? a.second : b.second};
}

constexpr Lanes complement(Lanes a) { return {~a.first, ~a.second}; }

/// Both return whether some value became smaller.
bool foldMoves(const Cells& cells, std::span<Lanes> values, const Errand& errand);
bool foldImprovements(const Cells& cells, std::span<Lanes> values, const Errand& errand);

} // namespace stasis::stability
