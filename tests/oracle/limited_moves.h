#pragma once

// Limited moves of two parties (Kilgour 1984; Fang, Hipel & Kilgour 1989, 1993) as nested loops. With ties a
// party may end in several states; a state x is among them if some choice among equals leads there:
//
//   x better than s      some move s1 can end in x, and every other move can end in a state that is no better
//                        than x
//   s itself             every move can end in a state that is no better than s
//
// Tested against published results in tests/stability/explicit/limited_moves_test.cpp.

#include "oracle/definitions.h"

#include <set>

namespace stasis::oracle {

class LimitedMoves {
public:
  explicit LimitedMoves(const Game& game);

  /// Where each party can end from each state if it looks h moves ahead: [party][state].
  using Ends = std::vector<std::vector<std::set<Place>>>;
  const Ends& ends(std::size_t h);

  Places stable(std::size_t h, std::size_t i);
  /// Stable for every h from some h on.
  Places nonMyopic(std::size_t i);
  /// The least h from which `ends` repeats, and its least period.
  std::pair<std::size_t, std::size_t> repetition();

private:
  std::set<Place> endsFrom(std::size_t i, Place s, const std::vector<std::set<Place>>& after) const;

  const Game& game_;
  std::vector<Ends> byMoves_;
};

} // namespace stasis::oracle
