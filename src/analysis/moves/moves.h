#pragma once

// Every unilateral move from one state, R_i(s) of Fang, Hipel & Kilgour (1993), with its effect on each
// party: better, the same or worse, and the ranks if states are ranked one by one. Improvements, R+_i(s), are
// the moves that are better for the party that makes them.
//
// Cost: moves × parties comparisons. Keeps at most `limit` moves of a party, improvements first, then the
// same, then worse; counts all. Tested against tests/oracle/.

#include "analysis/paths/effect.h"

#include <optional>
#include <vector>

namespace stasis::analysis {

struct MoveEffect {
  Effect effect = Effect::even;
  std::optional<std::uint64_t> before; ///< ranks; absent if states are not ranked one by one
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
  bool transitive = true;            ///< false: nobody moves twice in a row
};

struct MovesQuestion {
  model::Pattern from;
  std::vector<model::PartyId> parties;
  bool improvementsOnly = false;
  std::size_t limit = 20; ///< listed for each party
};

/// Throws LimitReached beyond `Rules::mostMoves` moves of one party.
MovesAnswer findMoves(stability::Engine& engine, const Rules& rules, const MovesQuestion& question);

/// All moves of one party, in the order above.
std::vector<UnilateralMove> movesInOrder(stability::Engine& engine, const Rules& rules, model::PartyId party,
                                         const model::Pattern& from);

} // namespace stasis::analysis
