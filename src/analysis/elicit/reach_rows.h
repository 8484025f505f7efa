#pragma once

// Where legal sequences of moves lead, for every state at once: a row of bits for each state, with the states
// that a sequence of one move or more ends in. Where moves are transitive, nobody gains by moving twice and
// the rule that nobody moves twice in a row changes nothing; elsewhere the search runs over (state, last
// mover).
//
// Method: strongly connected components (Tarjan 1972), then rows joined from the sinks up.
// Cost: moves × states / 64. Tested through list_equilibria.h.

#include "analysis/elicit/known_order.h"

namespace stasis::analysis {

/// By mover, by state: the states that one move leads to.
using MoveLists = std::vector<std::vector<std::vector<Place>>>;

class ReachRows {
public:
  /// `moves` of those who take part; the lists of the others are empty.
  ReachRows(const MoveLists& moves, std::size_t states, bool transitive);

  /// Whether some state in `wanted` (a bit a state) is reached from this one.
  bool meets(Place from, const std::uint64_t* wanted) const;

private:
  std::size_t width_;
  std::vector<std::uint64_t> rows_; ///< by state
};

} // namespace stasis::analysis
