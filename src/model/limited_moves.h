#pragma once

// The family of limited moves, for two parties i and j (Kilgour 1984; Fang, Hipel & Kilgour 1989, 1993). Each
// foresees that the other chooses as well as it can, h moves ahead in all:
//
//   G_0(i, s) = s
//   G_h(i, s) = the best for i among G_(h-1)(j, s1), s1 in R_i(s), if that is better for i than s; else s
//
// s is stable for i under l_h iff G_h(i, s) = s, and non-myopically iff that holds for every h from some h
// on. Under `stackelberg_X`, X looks two moves ahead and the other one. No row of relations says this: what
// deters is not what the others could do, but what they would do. With three parties or more the published
// definitions disagree, so there is none here (applies.h).

#include "model/concept.h"

namespace stasis::model {

inline constexpr ConceptFamily limitedFamily{6};

/// The keys of Stackelberg stability are this and the name of the leader.
inline constexpr std::string_view ledPrefix = "stackelberg_";

/// h of `l2`; none for `nonmyopic` and Stackelberg. The concept must be of the family.
std::optional<std::size_t> limitOf(Concept concept_);
/// The leader that a Stackelberg concept names; empty for every other concept.
std::string_view leaderOf(Concept concept_);

/// What a Stackelberg concept asks of a party: `l2` of the leader, `l1` of the other.
Concept askedUnder(Concept led, std::string_view party);

/// Stackelberg stability led by the party of this name: one concept for each name, whichever conflict has
/// such a party, numbered after all others and kept for the life of the program. None if more names
/// have been asked for than there are numbers left. May be called by several threads.
std::optional<Concept> ledBy(std::string_view leader);
/// The row of the `index`-th such concept.
const ConceptRow& rowOfLed(std::size_t index);

} // namespace stasis::model
