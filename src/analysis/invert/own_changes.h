#pragma once

// Changes of one party's preference that make one state stable for it, everybody else as written: each
// preference at a distance is held against the party's stability condition, so that nothing is solved.
//
// Of a ranking only what lies above the state matters, and fewest exchanges bring some classes B from above
// to below it: each passes the state and whatever between does not come along. Those of total d are the
// partitions of d, so that rankings are searched to the end at once. Tested against preferences changed one
// by one.

#include "analysis/invert/stated_preference.h"

#include <functional>

namespace stasis::analysis {

class OwnChanges {
public:
  /// Rules and changes (those of the condition's party) must outlive it.
  OwnChanges(const Rules& rules, StabilityCondition condition, PreferenceChanges& changes);

  const StabilityCondition& condition() const { return condition_; }
  bool holds(const Arrangement& arrangement) const;
  /// Clauses that do not hold as the preference is written.
  std::vector<std::size_t> notMet() const;
  /// The moves that are not deterred as the preference is written, whether their clause is one of the
  /// condition's or follows from one; by number.
  std::vector<model::Pattern> undeterred() const;

  struct Found {
    std::vector<Arrangement> first; ///< each once, in order
    std::size_t all = 0;
    bool complete = true; ///< false: too many to try
  };
  /// Those at this distance; none at less is one. Throws LimitReached.
  Found at(std::size_t distance, std::size_t limit, const stability::Errand& errand);
  /// Rankings: the distance at which there is one for certain.
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
