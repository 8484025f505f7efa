#pragma once

// Legal sequences and the best of them, by definition: nobody moves twice in a row, a step that is no
// improvement for its mover is a concession. What is least is found by relaxing every move of every (state,
// last mover) until nothing changes; then all sequences that keep to the least are written out. Shares no
// code with src/. Tested against results worked out by hand in tests/paths.

#include "oracle/definitions.h"

#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace stasis::oracle {

/// What may be done and what is least: any moves, least length; improvements only, least length; any moves,
/// fewest concessions, of these least length.
enum class Wish { shortest, improving, fewestConcessions };

/// (mover, state moved to) one after another.
using Way = std::vector<std::pair<std::size_t, Place>>;

struct BestWays {
  std::size_t concessions = 0; ///< 0 where they do not count
  std::size_t length = 0;
  std::set<Way> ways; ///< all of them
};

/// From a state to some state of the goal, by moves of the group; none if there is no way.
std::optional<BestWays> bestWays(const Game& game, const std::vector<std::size_t>& group, Place from,
                                 const std::set<Place>& goal, Wish wish);

} // namespace stasis::oracle
