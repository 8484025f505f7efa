#pragma once

// One party's moves, for whole sets at once, and no second copy of the state:
//
//   into(T)   the states from which the party comes into T or is there already: T with the party's options
//             quantified away, those that change in one direction only by if-then-else
//   better    for each choice `a` of a party of few options: the states s from which it may choose `a`, will
//   be
//             in a feasible state, and likes that better: a lexicographic comparison of two vectors of bits.
//             An improvement into T is then T[O := a] ∧ better_a. A party of many options compares through a
//             threshold w instead: ∃w. w = rank(s) ∧ into(T ∧ rank > w).
//
// States and targets are meant as feasible ones; the functions may hold anything elsewhere, which leaves them
// smaller.

#include "stability/symbolic/conditions.h"

#include <vector>

namespace stasis::stability {

/// What a party's moves are judged by.
struct Ranked {
  Diagram feasible;
  std::vector<Diagram> bits; ///< the party's rank
};

class OwnMoves {
public:
  OwnMoves(const model::Conflict& conflict, const Levels& levels, model::PartyId party);

  bool none() const { return levels_.empty(); }
  const Diagram& free() const { return free_; }

  Diagram into(const Diagram& target) const { return spread(target, false); }
  Diagram from(const Diagram& source) const { return spread(source, true); }
  /// The states (and what else `target` depends on) from which an improvement leads into the target.
  Diagram improvementsInto(const Diagram& target, const Ranked& ranked);
  Diagram improvementsFrom(const Diagram& source, const Ranked& ranked);

  /// All own options: conjunctions of literals, the state that takes none first; the moves into each.
  struct Choice {
    Diagram literals;
    Diagram allowed; ///< where the party may change to it
    Diagram left;    ///< what may be reached from it
  };
  /// Empty where there are too many.
  const std::vector<Choice>& choices() const { return choices_; }

private:
  struct Directed {
    std::size_t level;
    bool onlyTaken; ///< from N to Y
  };
  Diagram spread(const Diagram& set, bool forwards) const;
  void makeChoices();
  const std::vector<Diagram>& better(const Ranked& ranked);
  const std::vector<Diagram>& worse(const Ranked& ranked);

  std::vector<std::size_t> levels_;
  std::vector<Directed> directed_;
  Diagram free_;      ///< conjunction of the options that change both ways
  std::size_t mover_; ///< first level of the mover's threshold
  std::vector<Choice> choices_;
  std::vector<Diagram> better_, worse_; ///< by choice; made when first asked for
};

} // namespace stasis::stability
