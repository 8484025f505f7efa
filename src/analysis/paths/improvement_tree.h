#pragma once

// The improvements that lead from a state, breadth first, as a tree: every state once, below the state from
// which it is first reached, plus the other improvements between its states. A drawing shows it where the
// graph is too large to draw.
//
// Cost: the moves of every state visited. Bounded; counts what it leaves out. Tested against walks over every
// arc of small conflicts.

#include "analysis/paths/rules.h"
#include "stability/errand.h"

#include <optional>
#include <vector>

namespace stasis::analysis {

struct TreeLimits {
  std::size_t nodes = 36;
  std::size_t depth = 4;
  std::size_t children = 8; ///< of one node
};

struct ImprovementTree {
  struct Node {
    model::Pattern state;
    std::optional<std::size_t> parent; ///< none: the root
    model::PartyId mover;              ///< who improves by the move to it
    std::size_t depth = 0;
    std::size_t untold = 0; ///< improvements to states that are not in the tree
  };
  /// An improvement between two nodes that is not a branch.
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
