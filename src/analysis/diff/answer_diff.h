#pragma once

// What changed between the answers of two versions: feasible states gained and lost; for the states of both,
// the verdicts that changed, by party and concept; and the states that became or ceased to be equilibria.
// States are matched by the options taken in them (matching.h), never by number.
//
// Cost: both versions are solved, then O(states × parties × concepts). If either has more than
// `mostStatesCompared` states, only their numbers are compared. Tested against tests/oracle/ on random pairs
// of conflicts.

#include "analysis/diff/matching.h"
#include "stability/solution.h"

namespace stasis::analysis {

inline constexpr std::size_t mostStatesCompared = std::size_t{1} << 16U;

struct VerdictChange {
  model::PartyId party; ///< of the second version
  model::Concept concept_ = model::Concept::nash;
  std::vector<model::Pattern> nowStable; ///< states of the second version
  std::vector<model::Pattern> noLonger;
};

struct EquilibriumChange {
  model::Concept concept_ = model::Concept::nash;
  std::vector<model::Pattern> gained; ///< states of the second version
  std::vector<model::Pattern> lost;   ///< states of the first
  stability::Count before, after;
};

struct AnswerDiff {
  stability::Count statesBefore, statesAfter;
  std::vector<model::Pattern> lost;   ///< feasible states of the first that the second does not have
  std::vector<model::Pattern> gained; ///< feasible states of the second that the first does not have
  std::vector<VerdictChange> verdicts;
  std::vector<EquilibriumChange> equilibria; ///< one for each concept under which something changed
  bool complete = true; ///< false: too many states to compare one by one, or a limit ended the work
  std::optional<stability::Stopped> stopped;

  bool changed() const {
    return !lost.empty() || !gained.empty() || !verdicts.empty() || !equilibria.empty() ||
           statesBefore != statesAfter;
  }
};

AnswerDiff diffAnswers(stability::Engine& a, stability::Engine& b, const Matching& matching,
                       const std::vector<model::Concept>& concepts);

} // namespace stasis::analysis
