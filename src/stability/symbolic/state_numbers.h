#pragma once

// Sets of states, counted, listed and numbered exactly. A state's number is its place in ascending binary
// value, the first declared option least significant, whatever the order of the variables.
//
// To list a state, at worst every option is fixed once in the rest of the set. Listing checks whether the
// errand has ended.

#include "stability/engine.h"
#include "stability/symbolic/counting.h"
#include "stability/symbolic/diagram_table.h"

namespace stasis::stability {

class StateNumbers {
public:
  StateNumbers(const Levels& levels, DiagramTable& table) : levels_(levels), table_(table) {}

  Count count(const Diagram& set) const { return countOf(set, levels_); }
  std::vector<model::Pattern> list(const Diagram& set, std::size_t limit) const;
  bool contains(const Diagram& set, const model::State& state) const;

  /// The place of a member, from 1.
  Count placeOf(const Diagram& set, const model::State& state) const;
  /// The member at this place.
  std::optional<model::State> at(const Diagram& set, Count place) const;

private:
  Diagram literal(std::size_t option, bool taken) const;
  const Levels& levels_;
  DiagramTable& table_;
};

} // namespace stasis::stability
