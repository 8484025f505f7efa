#pragma once

// What the other parties can reach, backwards from a function of states and thresholds {(s, v)} until nothing
// new is added. Party after party, each from what the previous ones added (chaining).
//
// By moves, all thresholds at once: what the options of all others, quantified away together, would give is a
// bound, and where it is reached, as a rule after one round, the search ends.
// By improvements, threshold after threshold upwards: what is found for one holds for all above, so each
// search has only the feasible states that are left to go through. As many searches as the answer has values.

#include "stability/errand.h"
#include "stability/symbolic/own_moves.h"

#include <functional>

namespace stasis::stability {

class GroupMoves {
public:
  /// Called before each step with the share of the search that is done, from 0 to 1: of thresholds, each
  /// taken to be as much work as any other; of moves, of one round of the parties.
  using Step = std::function<void(double)>;

  /// `thresholds`: the levels before this one.
  GroupMoves(const Diagram& feasible, std::vector<OwnMoves>& moves, const std::vector<Ranked>& ranked,
             std::size_t thresholds, Step step)
      : feasible_(feasible), moves_(moves), ranked_(ranked), thresholds_(thresholds), step_(std::move(step)) {
  }

  /// The target, which grows with the threshold, and the feasible states from which all but `party` can come
  /// into it.
  Diagram backwards(const Diagram& target, model::PartyId party, model::Sanctions sanctions);

private:
  Diagram byMoves(const Diagram& target, model::PartyId party);
  Diagram byImprovements(const Diagram& target, model::PartyId party, Diagram& found, double share);
  template <class Into> Diagram until(Diagram set, const Diagram* most, model::PartyId party, Into into);

  const Diagram& feasible_;
  std::vector<OwnMoves>& moves_;
  const std::vector<Ranked>& ranked_;
  std::size_t thresholds_;
  Step step_;
  double done_ = 0;
};

} // namespace stasis::stability
