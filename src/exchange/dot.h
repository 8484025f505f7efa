#pragma once

// A conflict drawn as a graph for Graphviz. States are boxes with the options taken in them, improvements are
// arrows in their mover's colour, equilibria are filled, and the status quo has a double frame.
//
// Format: the DOT language of Graphviz, with HTML-like labels. Linear in states and moves. Tested by
// Graphviz's own reader where it is installed, and on names with every kind of sign.

#include "exchange/state_table.h"
#include "exchange/written.h"

namespace stasis::exchange {

inline constexpr std::size_t mostDrawnStates = 512;
inline constexpr std::size_t mostDrawnMoves = 20'000;

struct DotStyle {
  bool otherMoves = false; ///< also draw moves that are not improvements, dashed
};

/// An error beyond the limits: nobody can read a larger drawing.
Written writeDot(const model::Conflict& conflict, const StateGraph& graph, const DotStyle& style = {});

} // namespace stasis::exchange
