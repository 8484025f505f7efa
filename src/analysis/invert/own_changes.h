#pragma once

// Changes of one party's preference that make one state stable for it; the others' stay as written. Each
// preference at a distance is checked against the party's stability condition; nothing is solved.
//
// In a ranking only what lies above the state matters. To bring a set B of classes from above to below the
// state with fewest exchanges, each class passes the state and the classes between that stay. The sets of
// total d are the partitions of d, so the search through rankings is complete. Tested against preferences
// changed one by one.

#include "analysis/invert/stated_preference.h"

#include <functional>

namespace stasis::analysis {

class OwnChanges {
public:
  /// The rules and the changes (of the condition's party) must outlive it.
  OwnChanges(const Rules& rules, StabilityCondition condition, PreferenceChanges& changes);

  const StabilityCondition& condition() const { return condition_; }
  bool holds(const Arrangement& arrangement) const;
  /// Clauses that do not hold as the preference is written.
  std::vector<std::size_t> notMet() const;
  /// The moves that are not deterred as the preference is written, by number; their clause may be one of the
  /// condition's or follow from one.
  std::vector<model::Pattern> undeterred() const;

  struct Found {
    std::vector<Arrangement> first; ///< each once, in order
    std::size_t all = 0;
    bool complete = true; ///< false: too many to try
  };
  /// Those at this distance, if there is none at less. Throws LimitReached.
  Found at(std::size_t distance, std::size_t limit, const stability::Errand& errand);
  /// Rankings: a distance at which there certainly is one.
  std::size_t classesAbove() const;

private:
  bool isRanking() const { return ranking_; }
  void eachLowering(std::size_t exchanges, const std::function<bool(const Arrangement&)>& visit) const;

  StabilityCondition condition_;
  PreferenceChanges& changes_;
  const Rules& rules_;
  std::size_t state_; ///< place of the state itself
  StatedPreference stated_;
  bool ranking_;
};

} // namespace stasis::analysis
