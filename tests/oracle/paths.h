#pragma once

// Legal sequences and the best of them, by definition: nobody moves twice in a row; a step that is not an
// improvement for its mover is a concession. The minimum is found by relaxing every move of every (state,
// last mover) until nothing changes; then all sequences with the minimum are listed. Shares no code with
// src/. Tested against results worked out by hand in tests/paths.

#include "oracle/definitions.h"

#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace stasis::oracle {

/// Which moves are allowed, and what is minimal: any moves, length; improvements only, length; any moves,
/// first concessions, then length.
enum class Wish { shortest, improving, fewestConcessions };

/// (mover, state moved to) one after another.
using Way = std::vector<std::pair<std::size_t, Place>>;

struct BestWays {
  std::size_t concessions = 0; ///< 0 if they do not count
  std::size_t length = 0;
  std::set<Way> ways; ///< all of them
};

/// From a state to some state of the goal, by moves of the group; none if there is no way.
std::optional<BestWays> bestWays(const Game& game, const std::vector<std::size_t>& group, Place from,
                                 const std::set<Place>& goal, Wish wish);

} // namespace stasis::oracle
