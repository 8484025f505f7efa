#pragma once

// For 64 targets at once, from which states a group of parties can bring about a state of the target: legal
// sequences of one step or more, nobody twice in a row. A word for each state, a bit for each target.
//
// Where each step is any move by options that are free both ways, the group leads everywhere in a component:
// O(states). Else labels travel backwards along steps written down, with the last mover kept:
// O(steps × 64) at worst, and mostly a few times the steps. Tested against the oracle in tests/properties.

#include "stability/explicit/arcs.h"

#include <memory>

namespace stasis::stability {

class GroupWords {
public:
  using Word = std::uint64_t;
  using Words = std::vector<Word>;

  virtual ~GroupWords() = default;
  /// Bit k of word s: from s the group can bring about a state whose word has bit k. Whether s itself counts
  /// as reached from s is as `exact` says.
  virtual Words into(const Words& targets, const Errand& errand) const = 0;
  /// True: s itself never counts. False: it does where a sequence leads back to it.
  virtual bool exact() const = 0;
  /// Whether the group can bring about from s another state whose word has bit k. O(steps) at worst.
  virtual bool reachesAnother(std::uint32_t s, unsigned k, const Words& targets) const = 0;
  /// Bit k of word s: one step from s leads into a state whose word has bit k.
  virtual Words oneStepInto(const Words& targets) const = 0;
};

/// `steps`: those of each member; they must live as long.
std::unique_ptr<GroupWords> groupBySteps(std::size_t states, std::vector<const Arcs*> steps);
/// The steps lead both ways, and whoever moves twice in a row might have moved once.
std::unique_ptr<GroupWords> groupInComponents(std::size_t states, std::vector<const Arcs*> steps);

} // namespace stasis::stability
