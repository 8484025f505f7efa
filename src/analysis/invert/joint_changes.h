#pragma once

// Changes of several parties' preferences at once that make a state an equilibrium, for concepts in which one
// party's preference affects whether another is deterred (SEQ, SSEQ). The search tries every way to divide a
// number of changes among the parties. It first checks each preference against a necessary condition that
// holds whatever the others prefer: the same concept with all moves of the others (GMR for SEQ, SMR for
// SSEQ). Tested against an engine on every changed conflict.

#include "analysis/invert/changed_stability.h"
#include "analysis/invert/own_changes.h"

#include <map>
#include <set>
#include <utility>

namespace stasis::analysis {

class JointChanges {
public:
  /// All must outlive it; at most ChangedStability::mostStates states may be feasible. Throws LimitReached.
  JointChanges(stability::Engine& engine, const Rules& rules, ChangedStability& changed,
               const model::Pattern& state, model::Concept id, std::vector<PreferenceChanges>& changes,
               const stability::Errand& errand);

  /// By party.
  using Arrangements = std::vector<Arrangement>;
  struct Found {
    std::vector<Arrangements> first; ///< each once, in order
    std::size_t all = 0;
    bool complete = true; ///< false: too many to try
  };
  /// Those at this total distance, if there is none at less. `tell` receives the number tried so far.
  Found at(std::size_t distance, std::size_t limit, const std::function<void(std::size_t)>& tell);

private:
  const std::vector<Arrangement>& passing(std::size_t party, std::size_t own);
  void share(std::size_t party, std::size_t left);
  void tried();
  bool stableForAll();

  ChangedStability& changed_;
  model::Concept id_;
  ChangedStability::Place state_;
  std::vector<PreferenceChanges>& changes_;
  const stability::Errand& errand_;
  std::vector<OwnChanges> needed_; ///< by party
  std::map<std::pair<std::size_t, std::size_t>, std::optional<std::vector<Arrangement>>> passing_;
  std::size_t distance_ = 0;
  std::vector<std::size_t> order_; ///< the party that was not stable last comes first
  std::vector<const Arrangement*> at_;
  Found found_;
  std::size_t limit_ = 0;
  std::size_t tried_ = 0;
  std::set<std::string> keys_;
  const std::function<void(std::size_t)>* tell_ = nullptr;
};

} // namespace stasis::analysis
