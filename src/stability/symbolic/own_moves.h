#pragma once

// One party's moves, for whole sets at once. Moves need no second copy of the state; improvements need a copy
// of the party's own options only:
//
//   into(T)   the states from which the party can move into T, and T itself: T with the party's options
//             quantified away; options that change in one direction only are replaced by if-then-else
//   better    {(s, o') : s with the party's options changed to o' is feasible, may be moved to and is
//             preferred to s}: a lexicographic comparison of two vectors of bits, or of two sums by their
//             difference. What improves into T is
//             then ∃o'. T(s with o') ∧ better(s, o'), in one pass. Any other relation between the two ends of
//             a move takes the place of `better` in the same way.
//
// States and targets are meant to be feasible. Elsewhere the functions may hold anything, which keeps them
// smaller.

#include "stability/symbolic/conditions.h"
#include "stability/symbolic/weighted_sum.h"

#include <optional>
#include <vector>

namespace stasis::stability {

/// What a party's moves are judged by.
struct Ranked {
  Diagram feasible;
  std::vector<Diagram> bits; ///< the party's rank
  std::vector<Term> terms;   ///< the rank as a sum, where it is one
};

class OwnMoves {
public:
  OwnMoves(const model::Conflict& conflict, const Levels& levels, DiagramTable& table, model::PartyId party);

  bool none() const { return options_.empty(); }
  /// Where the party's first option stands in the order of variables; it has one.
  std::size_t level() const { return options_.front().level; }

  Diagram into(const Diagram& target) const { return spread(target, false); }
  Diagram from(const Diagram& source) const { return spread(source, true); }
  /// The states (and whatever else `target` depends on) from which an improvement leads into the target.
  Diagram improvementsInto(const Diagram& target, const Ranked& ranked);
  Diagram improvementsFrom(const Diagram& source, const Ranked& ranked);

  /// {(s, o')}: whether s, or s with the party's options changed to o', has the higher rank. Any party's
  /// rank.
  Diagram prefers(const Ranked& ranked, bool changed) const;
  /// {(s, o')}: o' differs from the options of s, and the party can move there.
  Diagram changes(const Diagram& feasible) const;
  /// {(s, o') : f(s with o')}.
  Diagram changed(const Diagram& f) const { return composed(f, change_); }
  std::vector<Diagram> changed(const std::vector<Diagram>& bits) const;
  /// The same with what matters of s put in place of the threshold whose bits stand at these levels.
  Diagram changed(const Diagram& f, const std::vector<std::size_t>& threshold,
                  const std::vector<Diagram>& bits) const;
  /// The states from which a move along this relation leads into the target; target and relation as {(s, …)}
  /// and {(s, o')}.
  Diagram along(const Diagram& relation, const Diagram& target) const {
    return none() ? Diagram() : someOfBothMoved(target, relation, changed_);
  }
  /// The states from which some move belongs to the relation.
  Diagram somewhere(const Diagram& relation) const { return some(relation, changed_); }

  /// The set with this party's options and the other's exchanged, one by one. Both must have equally many.
  Diagram exchanged(const Diagram& set, const OwnMoves& other) const;

private:
  struct OwnOption {
    std::size_t level;
    std::size_t changed; ///< level of the value it is changed to
    model::Direction direction;
  };
  Diagram spread(const Diagram& set, bool forwards) const;
  Diagram related(const Ranked& ranked, bool forwards) const;
  Diagram allowed(const Diagram& feasible, bool forwards) const;
  std::optional<Diagram> largerSum(const std::vector<Term>& terms, bool forwards) const;

  DiagramTable& table_;
  std::vector<OwnOption> options_;
  Diagram free_;                          ///< conjunction of the options that change both ways
  Diagram changed_;                       ///< conjunction of all changed options
  Substitution change_;                   ///< puts changed options in place of the options
  std::optional<Diagram> better_, worse_; ///< made when first asked for
};

} // namespace stasis::stability
