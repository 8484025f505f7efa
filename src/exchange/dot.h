#pragma once

// A conflict drawn as the graph it is, for Graphviz: states as boxes with what is done in them, improvements
// as arrows in the colour of their mover, equilibria filled and the status quo framed twice.
//
// Format: the DOT language of Graphviz, with HTML-like labels. Linear in states and moves. Tested by
// Graphviz's own reader where it is installed, and on names with every kind of sign.

#include "exchange/state_table.h"
#include "exchange/written.h"

namespace stasis::exchange {

inline constexpr std::size_t mostDrawnStates = 512;
inline constexpr std::size_t mostDrawnMoves = 20'000;

struct DotStyle {
  bool otherMoves = false; ///< moves that are no improvement as well, dashed
};

/// Beyond the limits an error that says so: a larger drawing cannot be read.
Written writeDot(const model::Conflict& conflict, const StateGraph& graph, const DotStyle& style = {});

} // namespace stasis::exchange
