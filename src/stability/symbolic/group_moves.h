#pragma once

// What the other parties can reach, backwards from a function of states and thresholds {(s, v)} until nothing
// new is added. Parties take turns, each starting from what the previous ones added (chaining).
//
// By moves, all thresholds are searched at once. Quantifying away the options of all the others together
// gives an upper bound; the search ends when it is reached, usually after one round. By improvements,
// thresholds are taken one after another upwards. What is found for one holds for all above it, so each
// search only has the feasible states that are left. There are as many searches as the answer has values.

#include "stability/errand.h"
#include "stability/symbolic/own_moves.h"

#include <functional>

namespace stasis::stability {

class GroupMoves {
public:
  /// Called before each step with the share of the search that is done, from 0 to 1. By improvements, the
  /// share counts thresholds, each taken to be as much work as any other. By moves, it counts the parties of
  /// one round.
  using Step = std::function<void(double)>;

  /// `thresholds`: the number of levels, from the first, that are threshold bits.
  GroupMoves(const Diagram& feasible, std::vector<OwnMoves>& moves, const std::vector<Ranked>& ranked,
             std::size_t thresholds, Step step);

  /// The target and the feasible states from which all parties but `party` can come into it. The target must
  /// grow with the threshold.
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
  /// The parties that have options, from the bottom of the order of variables upwards: what is found by those
  /// at the bottom is small and mostly shared when those above are asked.
  std::vector<std::size_t> upwards_;
  double done_ = 0;
};

} // namespace stasis::stability
