#pragma once

// What changed between the answers of two versions: feasible states gained and lost, and of the states both
// have, which verdicts are others, by party and concept, and which states became or ceased to be equilibria.
// States are compared by what is taken in them (matching.h), never by number.
//
// Cost: both are solved, then O(states × parties × concepts). Beyond `mostCompared` states of either, only
// how many there are is compared. Tested against tests/oracle/ on random pairs of conflicts.

#include "analysis/diff/matching.h"
#include "stability/solution.h"

#include <map>

namespace stasis::analysis {

inline constexpr std::size_t mostCompared = std::size_t{1} << 16U;

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
  std::vector<model::Pattern> lost;   ///< feasible states of the first that the second has not
  std::vector<model::Pattern> gained; ///< and the other way round
  std::vector<VerdictChange> verdicts;
  std::vector<EquilibriumChange> equilibria; ///< a concept each, where something changed
  bool complete = true; ///< false: too many states to be compared one by one, or a limit ended the work
  std::optional<stability::Stopped> stopped;

  bool changed() const {
    return !lost.empty() || !gained.empty() || !verdicts.empty() || !equilibria.empty() ||
           statesBefore != statesAfter;
  }
};

AnswerDiff diffAnswers(stability::Engine& a, stability::Engine& b, const Matching& matching,
                       const std::vector<model::Concept>& concepts);

} // namespace stasis::analysis
