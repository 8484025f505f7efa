#pragma once

// The states of a conflict one by one, for formats that list them: patterns, ranks, moves and equilibria.
// Cost: O(states × parties × moves of a state).

#include "exchange/state_table.h"
#include "stability/solution.h"

#include <optional>

namespace stasis::analysis {

/// States and ranks; none if there are more than `mostStates` or the engine does not rank states.
std::optional<exchange::StateTable> stateTable(stability::Engine& engine, std::size_t mostStates);

/// The same with every move, and the equilibria under the concepts solved.
std::optional<exchange::StateGraph> stateGraph(stability::Engine& engine, const stability::Solution& solution,
                                               std::size_t mostStates);

} // namespace stasis::analysis
