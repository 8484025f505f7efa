#pragma once

// The stability tableau of a conflict as papers print it. Each party has its states, best first; above each
// state `r` if it is rational (no improvement), `s` if every improvement is sanctioned, `u` if one is not;
// below it the improvements. `E` marks a state that is stable for every party, `x` every other. A second
// table shows the options taken in each state.
//
// The tableau: Fraser & Hipel (1984), Conflict Analysis: Models and Resolutions. LaTeX without packages.
// Linear in states and improvements. Tested against the definitions in tests/oracle.

#include "exchange/state_table.h"
#include "exchange/written.h"

namespace stasis::exchange {

inline constexpr std::size_t mostPrintedStates = 128;

struct Tableau {
  StateGraph graph;
  /// Stability under the printed concept, per party and state.
  std::vector<std::vector<bool>> stable;
  model::Concept concept_ = model::Concept::seq;
};

/// An error for more than `mostPrintedStates` states (they fit no page) or for states without ranks.
Written writeLatex(const model::Conflict& conflict, const Tableau& tableau);

} // namespace stasis::exchange
