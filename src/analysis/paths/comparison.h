#pragma once

// How a party compares two states met on a walk, by any relation of model/concept.h: ranks, strength, what is
// known under every reading, attitudes. Worked out from what each state is worth (rules.h).
//
// O(lines of the preference) a question, once the states are weighed. Tested against the oracle in
// tests/families.

#include "analysis/paths/exploration.h"

#include <set>

namespace stasis::analysis {

class Comparison {
public:
  using Place = Exploration::Place;

  /// Both must outlive it.
  Comparison(stability::Engine& engine, Exploration& exploration);

  /// Whether t stands in this relation to s for the party.
  bool holds(model::Relation relation, model::PartyId party, Place t, Place s);

  enum class Order : std::uint8_t { better, same, worse, unknown };
  /// How t compares with s as far as that is known.
  Order known(model::PartyId party, Place t, Place s);
  bool muchWorse(model::PartyId party, Place t, Place s);
  bool liked(model::PartyId party, Place t, Place s);

private:
  const model::Conflict& conflict_;
  Exploration& exploration_;
  std::vector<std::set<std::pair<Place, Place>>> unsure_; ///< by party, the smaller place first
};

} // namespace stasis::analysis
