#pragma once

// Whose picture makes a state a hypergame equilibrium, or keeps it from being one: the parties for which it
// is stable in their own picture and not in the conflict, or the other way round.
//
// Cost: the hypergame's. Tested against tests/oracle/views.h in tests/views.

#include "analysis/views/hypergame.h"

namespace stasis::analysis {

/// A state under one concept.
struct ViewDifference {
  model::Concept id;
  bool hypergame = false;                     ///< it is a hypergame equilibrium
  bool conflict = false;                      ///< it is an equilibrium of the conflict
  std::vector<model::PartyId> stayBySight{};  ///< stable in their own picture alone
  std::vector<model::PartyId> leaveBySight{}; ///< seen, and stable in the conflict alone
  std::vector<model::PartyId> unseenBy{};     ///< not there in their pictures
};

struct StateByPictures {
  model::Pattern state;
  std::vector<ViewDifference> under; ///< the concepts under which it is either equilibrium
};

struct ByPictures {
  /// The states that are an equilibrium of the hypergame or of the conflict, by number: those that are one of
  /// the hypergame first.
  std::vector<StateByPictures> states;
  stability::Count more; ///< states left out
};

/// At most `most` states. `equilibria`: by concept, as a set of the whole; a concept without one is left out.
ByPictures byPictures(Hypergame& hypergame, const std::vector<model::Concept>& concepts,
                      const std::vector<std::optional<stability::StateSet>>& equilibria, std::size_t most);

} // namespace stasis::analysis
