#pragma once

// What the other parties can bring about: backwards from a set, by all moves or by improvements, until
// nothing new comes in. Party after party, each from what those before have added (chaining), so that one
// round is enough as a rule. Moves that bring about everything their options could are noticed at once: where
// the options of all others, quantified away together, give no more than has been found, the search ends.

#include "stability/errand.h"
#include "stability/symbolic/own_moves.h"

#include <functional>

namespace stasis::stability {

class GroupMoves {
public:
  GroupMoves(const Diagram& feasible, std::vector<OwnMoves>& moves, const std::vector<Ranked>& ranked)
      : feasible_(feasible), moves_(moves), ranked_(ranked) {}

  /// Called with the number of steps done.
  using Step = std::function<void(std::size_t)>;

  /// The target and the feasible states from which all but `party` can come into it.
  Diagram backwards(const Diagram& target, model::PartyId party, model::Sanctions sanctions,
                    const Step& step);

private:
  template <class Into>
  Diagram until(Diagram set, const Diagram* most, model::PartyId party, const Step& step, Into into);

  const Diagram& feasible_;
  std::vector<OwnMoves>& moves_;
  const std::vector<Ranked>& ranked_;
};

} // namespace stasis::stability
