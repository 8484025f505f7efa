#pragma once

// What a format needs that speaks of states one by one: the feasible states with what each party thinks of
// them and how they are joined by moves. Only an engine knows these; whoever exports fills the table from
// one.

#include "model/conflict.h"

#include <cstdint>
#include <vector>

namespace stasis::exchange {

struct StateTable {
  /// In the order of their numbers; a merged state is its pattern.
  std::vector<model::Pattern> states;
  /// Per party and state, larger is better; empty where the states could not be ranked.
  std::vector<std::vector<std::uint32_t>> ranks;
};

/// A move between two states of the table, by their positions from 0.
struct Arc {
  model::PartyId mover;
  std::size_t from = 0;
  std::size_t to = 0;
  bool improvement = false;
};

/// What can hold: per state the concepts under which it is an equilibrium; empty where that is not known.
struct StateGraph {
  StateTable table;
  std::vector<Arc> arcs;
  std::vector<std::vector<model::Concept>> equilibria;
};

} // namespace stasis::exchange
