#pragma once

// Who would be surprised by what, where parties see the conflict differently (the strategic surprise of Wang,
// Hipel & Fraser 1988):
//
//   impossible    a state that the party does not see, at which all who see it would stay
//   not stable    a state that the party takes for an equilibrium, and that another leaves
//   unknown move  a state that the party takes for an equilibrium, or today's, from which another improves,
//   in
//                 its own picture, by a move that the party does not know
//
// Cost: the hypergame's, and the moves from the states named. Tested against tests/oracle/views.h in
// tests/views.

#include "analysis/views/hypergame.h"

namespace stasis::analysis {

struct Surprise {
  enum class Kind : std::uint8_t { impossible, notStable, unknownMove };
  Kind kind = Kind::impossible;
  model::PartyId who;
  model::Pattern state;
  std::optional<model::PartyId> mover{}; ///< who leaves, or moves
  std::optional<model::Pattern> to{};    ///< of an unknown move: where it leads
  std::vector<model::Concept> under{};   ///< none: under all asked, or no concept decides it
};

struct Surprises {
  std::vector<Surprise> all; ///< by party, kind and number of the state
  bool complete = true;      ///< false: there were too many states to compare, or to look from
};

/// Under each of these concepts, which every engine must serve. Throws LimitReached.
Surprises surprises(Hypergame& hypergame, const std::vector<model::Concept>& concepts);

} // namespace stasis::analysis
