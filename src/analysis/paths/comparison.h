#pragma once

// How a party compares two states of a walk, by any relation of model/concept.h: ranks, strength, what every
// reading agrees on, attitudes. Computed from the worth of each state (rules.h).
//
// O(lines of the preference) for each question, once the states have their worths. Tested against the oracle
// in tests/stability.

#include "analysis/paths/exploration.h"

#include <set>

namespace stasis::analysis {

class Comparison {
public:
  using Place = Exploration::Place;

  /// Both arguments must outlive it.
  Comparison(stability::Engine& engine, Exploration& exploration);

  /// Whether t stands in this relation to s for the party.
  bool holds(model::Relation relation, model::PartyId party, Place t, Place s);

  enum class Order : std::uint8_t { better, same, worse, unknown };
  /// How t compares with s, as far as it is known.
  Order known(model::PartyId party, Place t, Place s);
  bool muchWorse(model::PartyId party, Place t, Place s);
  bool liked(model::PartyId party, Place t, Place s);

private:
  const model::Conflict& conflict_;
  Exploration& exploration_;
  std::vector<std::set<std::pair<Place, Place>>> unsure_; ///< by party, the smaller place first
};

} // namespace stasis::analysis
