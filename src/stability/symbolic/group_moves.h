#pragma once

// What the other parties can reach, backwards from a function of states and thresholds {(s, v)} until nothing
// new is added. Parties take turns, each starting from what the previous ones added (chaining).
//
// By moves, all thresholds are searched at once. Quantifying away the options of all the others together
// gives an upper bound; the search ends when it is reached, usually after one round. By improvements,
// thresholds are taken one after another upwards. What is found for one holds for all above it, so each
// search only has the feasible states that are left. There are as many searches as the answer has values.
//
// By turns, who moved last is kept as far as it matters. A state is *open* if it belongs to the target, or if
// two parties can begin a sequence from there, or one whose steps are transitive: then anybody may lead to
// it. Other states are kept by the only party that can begin.

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
  /// grow with the threshold if they come by improvements.
  Diagram backwards(const Diagram& target, model::PartyId party, model::Sanctions sanctions);

  /// The states from which party j has a step into the set.
  using Into = std::function<Diagram(std::size_t j, const Diagram& set)>;
  /// The same by other steps than improvements; each party's must be transitive. The target must grow with
  /// the threshold.
  Diagram backwards(const Diagram& target, model::PartyId party, const Into& into);

  /// The same by steps of which some parties' are not transitive, and nobody moves twice in a row. The target
  /// may be any function of the threshold.
  Diagram byTurns(const Diagram& target, model::PartyId party, const std::vector<bool>& transitive,
                  const Into& into);

private:
  Diagram byMoves(const Diagram& target, model::PartyId party);
  Diagram byThreshold(const Diagram& target, model::PartyId party, const Into& into, Diagram& found,
                      double share);
  template <class Take> Diagram until(Diagram set, const Diagram* most, model::PartyId party, Take take);

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
