#pragma once

// The stability of a conflict as papers print it: for each party its states, best first; above each state `r`
// where it is rational (no improvement), `s` where every improvement is deterred, `u` where one is not; below
// it the improvements. `E` stands above a state that is stable for everybody, `x` above every other. And a
// table of the states with the options taken.
//
// The tableau: Fraser & Hipel (1984), Conflict Analysis: Models and Resolutions. LaTeX without packages.
// Linear in states and improvements. Tested against the definitions in tests/oracle.

#include "exchange/state_table.h"
#include "exchange/written.h"

namespace stasis::exchange {

inline constexpr std::size_t mostPrintedStates = 128;

struct Tableau {
  StateGraph graph;
  /// Under the concept printed, per party and state.
  std::vector<std::vector<bool>> stable;
  model::Concept concept_ = model::Concept::seq;
};

/// More than `mostPrintedStates` states, or states without ranks, are an error: no page has room for them.
Written writeLatex(const model::Conflict& conflict, const Tableau& tableau);

} // namespace stasis::exchange
