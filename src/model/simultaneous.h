#pragma once

// The family of moves at the same time: SIM (Fraser & Hipel 1984), where the others do not wait for a party's
// move but act together with it:
//
//   s is stable for i iff for every improvement s1 of i there is a state q that is no better than s for i and
//   that comes about if i makes s1 and one or more others each make one of their own improvements from s, all
//   at once. Combinations of options that are not feasible do not count.
//
// No row of relations says this: q is reached by no sequence of moves, but by putting together choices that
// were all made in s. That needs options: a listed move says where it leads, not what is done. `seq_or_sim`
// is the rule of the tableau: SEQ or SIM stable, party by party.

#include "model/concept.h"

namespace stasis::model {

inline constexpr ConceptFamily simultaneousFamily{5};

/// `sim`.
inline Concept simultaneous() { return conceptsOf(simultaneousFamily).front().id; }
/// Whether it is `seq_or_sim`.
inline bool isEither(Concept concept_) { return row(concept_).key == "seq_or_sim"; }

} // namespace stasis::model
