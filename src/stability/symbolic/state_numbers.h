#pragma once

// Sets of states counted, listed and numbered exactly. A state's number is its place in ascending binary
// value, the first declared option least significant, whatever the order of the variables.
//
// Counting is O(nodes); listing O(options) fixings a state at worst, each of what is left of the set.

#include "stability/engine.h"
#include "stability/symbolic/conditions.h"

namespace stasis::stability {

class StateNumbers {
public:
  explicit StateNumbers(const Levels& levels) : levels_(levels) {}

  Count count(const Diagram& set) const;
  std::vector<model::Pattern> list(const Diagram& set, std::size_t limit) const;
  bool contains(const Diagram& set, const model::State& state) const;

  /// The place of a member, from 1.
  Count placeOf(const Diagram& set, const model::State& state) const;
  /// The member at this place.
  std::optional<model::State> at(const Diagram& set, Count place) const;

private:
  Diagram literal(std::size_t option, bool taken) const;
  const Levels& levels_;
};

} // namespace stasis::stability
