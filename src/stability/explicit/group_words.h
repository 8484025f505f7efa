#pragma once

// For 64 targets at once: the states from which a group of parties can bring about a state of the target, by
// legal sequences of one step or more in which nobody moves twice in a row. One word a state, one bit a
// target.
//
// If each step is any move by options that are free both ways, the group can lead everywhere in a component:
// O(states). Otherwise labels travel backwards along steps written down, and the last mover is kept: O(steps
// × 64) at worst, mostly a few times the number of steps. Tested against the oracle in tests/stability.

#include "stability/explicit/arcs.h"

#include <memory>

namespace stasis::stability {

class GroupWords {
public:
  using Word = std::uint64_t;
  using Words = std::vector<Word>;

  virtual ~GroupWords() = default;
  /// Bit k of word s: from s the group can bring about a state whose word has bit k. `exact` says whether s
  /// itself can count as reached from s.
  virtual Words into(const Words& targets, const Errand& errand) const = 0;
  /// True: s itself never counts. False: s counts if a sequence leads back to it.
  virtual bool exact() const = 0;
  /// Whether the group can bring about, from s, a state other than s whose word has bit k. O(steps) at worst.
  virtual bool reachesAnother(std::uint32_t s, unsigned k, const Words& targets) const = 0;
  /// Bit k of word s: one step from s leads into a state whose word has bit k.
  virtual Words oneStepInto(const Words& targets) const = 0;
};

/// `steps`: the steps of each member; they must live as long as the result.
std::unique_ptr<GroupWords> groupBySteps(std::size_t states, std::vector<const Arcs*> steps);
/// For steps that lead both ways, where two moves in a row by one party are one move of that party.
std::unique_ptr<GroupWords> groupInComponents(std::size_t states, std::vector<const Arcs*> steps);

} // namespace stasis::stability
