#pragma once

// The classes of a ranking with its unsure pairs, as a partial order: class i is certainly better than class
// j, or their order is open. States of one class are equally good in every reading, so a pair of classes is
// open only if all pairs of their states are unsure; a pair that is unsure by itself follows from the rest.
// The readings of the pairs that make no circle are the linear extensions of this order.
//
// O(pairs + classes²). Tested with the readings (tests/ask).

#include "stability/engine.h"

#include <vector>

namespace stasis::analysis {

/// The conflict of the engine with names in place of all numbers of states that are not listed, so that they
/// mean the same whatever else changes.
model::Conflict withNamedStates(stability::Engine& engine);

struct RankedStates {
  struct Pair {
    std::size_t upper = 0; ///< class that is ranked better
    std::size_t lower = 0;
    bool open = false; ///< false: it can only be as ranked
  };
  std::size_t classes = 0;
  std::vector<Pair> pairs;              ///< by unsure pair
  std::vector<std::vector<bool>> above; ///< above[i][j]: class i is certainly better than class j
  /// Classes from `first` to `last` whose order depends on each other; single classes are left out.
  struct Block {
    std::size_t first = 0;
    std::size_t last = 0;
  };
  std::vector<Block> blocks;
};

/// `party` has a ranking. The conflict is of `withNamedStates`.
RankedStates rankedStates(const model::Conflict& conflict, const model::Party& party);

} // namespace stasis::analysis
