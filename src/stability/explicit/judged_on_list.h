#pragma once

// The concepts that are judged on a list of states, however the engine keeps them: relations that are no
// thresholds, trees, moves at the same time, limited moves. Each family has a file of its own; what it needs
// is made when it is first asked.
//
// Cost: that of the family. Tested through both ways of the engine in tests/stability.

#include "stability/explicit/limited_moves.h"
#include "stability/explicit/relational_stability.h"

#include <string>

namespace stasis::stability {

class JudgedOnList {
public:
  /// `moves` is called when a family needs them; what it returns, the space and the ranks must outlive this.
  JudgedOnList(const StateSpace& space, const std::vector<Ranks>& ranks, std::function<Moves&()> moves,
               std::uint64_t maxMemory, const Errand& errand);

  struct Found {
    model::Concept id;
    model::PartyId party;
    Bits stable;
  };
  /// The states stable for this party under the concept, and whatever else was found on the way. The concept
  /// is not `seq_or_sim` and names no leader. Throws LimitReached.
  std::vector<Found> judge(const model::ConceptRow& asked, model::PartyId party);

  /// What there is to say of how it was judged, for the user; empty or begins with a semicolon.
  std::string told() const { return relational_ ? relational_->told() : std::string(); }
  /// For two parties. Computed once. Throws LimitReached.
  const LimitedMoves::Cycle& cycle();
  /// After `cycle`: the states from which a party may end in several places.
  const LimitedMoves::ByParty& open() const { return limited_->open(); }

private:
  LimitedMoves& limited();
  std::vector<Found> judgeLimited(const model::ConceptRow& asked);

  const StateSpace& space_;
  const std::vector<Ranks>& ranks_;
  std::function<Moves&()> moves_;
  std::uint64_t maxMemory_;
  Errand errand_;
  std::optional<RelationalStability> relational_;
  std::optional<LimitedMoves> limited_;
  std::optional<LimitedMoves::Cycle> cycle_;
};

} // namespace stasis::stability
