#pragma once

// The data for formats that list states one by one: the feasible states, each party's ranks, and the moves
// between states. Only an engine knows these; the caller of an export fills the table from one.

#include "model/conflict.h"

#include <cstdint>
#include <vector>

namespace stasis::exchange {

struct StateTable {
  /// In the order of their numbers; a merged state is its pattern.
  std::vector<model::Pattern> states;
  /// Per party and state, larger is better; empty if the states could not be ranked.
  std::vector<std::vector<std::uint32_t>> ranks;
};

/// A move between two states of the table, by their positions from 0.
struct Arc {
  model::PartyId mover;
  std::size_t from = 0;
  std::size_t to = 0;
  bool improvement = false;
};

/// Per state the concepts under which it is an equilibrium; empty if unknown.
struct StateGraph {
  StateTable table;
  std::vector<Arc> arcs;
  std::vector<std::vector<model::Concept>> equilibria;
};

} // namespace stasis::exchange
