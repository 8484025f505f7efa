#pragma once

// Every unilateral move from one state, R_i(s) of Fang, Hipel & Kilgour (1993), with what it does for each
// party: better, the same or worse, and the places where states are ranked one by one. Improvements, R+_i(s),
// are those that are better for who makes them.
//
// Cost: moves × parties comparisons. At most `limit` moves of a party are kept, improvements first, then the
// same, then worse; all are counted. Tested against tests/oracle/.

#include "analysis/paths/effect.h"

#include <optional>
#include <vector>

namespace stasis::analysis {

struct MoveEffect {
  Effect effect = Effect::even;
  std::optional<std::uint64_t> before; ///< places; absent where states are not ranked one by one
  std::optional<std::uint64_t> after;
};

struct UnilateralMove {
  model::Pattern to;
  std::vector<MoveEffect> effects; ///< by party of the conflict

  bool improves(model::PartyId mover) const { return effects[mover.index()].effect == Effect::gain; }
};

struct MovesOfParty {
  model::PartyId party;
  std::size_t moves = 0;
  std::size_t improvements = 0;
  std::vector<UnilateralMove> listed;
};

struct MovesAnswer {
  model::Pattern from;
  std::vector<MovesOfParty> parties; ///< as asked
  bool transitive = true;            ///< else nobody moves twice in a row
};

struct MovesQuestion {
  model::Pattern from;
  std::vector<model::PartyId> parties;
  bool improvementsOnly = false;
  std::size_t limit = 20; ///< listed for each party
};

/// Throws LimitReached beyond `Rules::mostMoves` moves of one party.
MovesAnswer findMoves(stability::Engine& engine, const Rules& rules, const MovesQuestion& question);

/// The moves of one party, all of them, in the order above.
std::vector<UnilateralMove> movesInOrder(stability::Engine& engine, const Rules& rules, model::PartyId party,
                                         const model::Pattern& from);

} // namespace stasis::analysis
