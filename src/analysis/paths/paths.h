#pragma once

// How to get from one state to others. For every goal: the shortest legal sequences by moves and by
// improvements only, and those with the fewest concessions; if there is none, what bars the way. Goals are
// the single states of some sets (every equilibrium, grouped by its concepts), or a set as a whole (any state
// in which an expression holds).
//
// Two searches (path_search.h) serve all goals; each goal listed adds a few set operations. Tested against
// tests/oracle/paths.h.

#include "analysis/paths/barrier.h"
#include "analysis/paths/path_search.h"
#include "stability/solution.h"

#include <optional>
#include <vector>

namespace stasis::analysis {

struct PathsQuestion {
  model::Pattern from; ///< a feasible state
  /// The sets to reach, in the order of the answer; disjoint.
  std::vector<stability::StateSet> groups;
  bool each = true;       ///< every state of a group is a goal; false: the group is one goal
  std::size_t goals = 12; ///< goals listed; of each group at least `leastGoals`
  std::size_t limit = 5;  ///< sequences of each kind listed for a goal
};

inline constexpr std::size_t leastGoals = 3;

struct GoalWays {
  std::optional<model::Pattern> state; ///< absent: the goal is a set
  std::optional<Ways> shortest;
  std::optional<Ways> improving;
  std::optional<Ways> fewestConcessions;
  std::optional<Barrier> barrier; ///< present if there is no way at all
};

struct GroupWays {
  std::vector<GoalWays> goals; ///< fewest concessions first, then shortest, then by number; barred ones last
  stability::Count all;        ///< states of the group
  stability::Count byMoves;    ///< those that can be reached (the start counts as reached)
  stability::Count byImprovements; ///< by improvements alone
};

struct PathsAnswer {
  std::vector<GroupWays> groups;
  std::optional<stability::Stopped> stopped; ///< present: the missing parts were not finished
};

/// Never throws LimitReached.
PathsAnswer findPaths(stability::Engine& engine, const PathsQuestion& question, const OpenEngine& open,
                      const stability::Errand& errand);

} // namespace stasis::analysis
