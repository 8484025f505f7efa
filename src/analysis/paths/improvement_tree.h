#pragma once

// Where improvements lead from a state, breadth first: every state once, below the state from which it is
// first reached, with the other improvements among the states met. What a drawing shows of a graph too large
// to draw.
//
// Cost: the moves of every state met. Bounded; what is left out is counted. Tested against walks over every
// arc of small conflicts.

#include "analysis/paths/rules.h"
#include "stability/errand.h"

#include <optional>
#include <vector>

namespace stasis::analysis {

struct TreeLimits {
  std::size_t nodes = 36;
  std::size_t depth = 4;
  std::size_t children = 8; ///< of a node
};

struct ImprovementTree {
  struct Node {
    model::Pattern state;
    std::optional<std::size_t> parent; ///< none: the root
    model::PartyId mover;              ///< who improves by coming here
    std::size_t depth = 0;
    std::size_t untold = 0; ///< improvements to states that are not in the tree
  };
  /// An improvement between two nodes that is no branch.
  struct Link {
    std::size_t from = 0;
    std::size_t to = 0;
    model::PartyId mover;
  };
  std::vector<Node> nodes; ///< breadth first; in the order of parties, then of states
  std::vector<Link> links;
};

/// From a feasible state. Throws LimitReached.
ImprovementTree improvementTree(const Rules& rules, const model::Pattern& root, const TreeLimits& limits,
                                const stability::Errand& errand);

} // namespace stasis::analysis
