#pragma once

// How a state t compares with another one, s, of which the threshold v is what matters to the party: the bits
// of its rank. Each function takes the bits of t and those of v as vectors of diagrams, whatever they depend
// on: variables of a threshold (thresholds.h), or the bits of t with options changed (own_moves.h).
//
//   strength   in `prefer`, the lines marked `strongly` come first, and so do their bits: t ≪ s iff these
//   bits
//              of t are a smaller number than those of s. Under `rank`, iff a strong step lies between the
//              two.
//   unknown    under `prefer`, line by line: the first line without `perhaps` that tells the two apart
//   decides
//              in every reading in which no line before it that tells them apart is held; each of those,
//              marked `perhaps`, decides in some reading. If no other line tells them apart, they are equal
//              where none of those is held. From the last line to the first, with better, equal and worse for
//              what some reading says:
//
//                a line that is held       better ← more or (as many and better), worse likewise,
//                                          equal ← as many and equal
//                a line that is in doubt   better ← more or better, worse likewise, equal as it was
//
//
// O(bits) operations. Tested by the suites in tests/stability.

#include "model/concept.h"
#include "model/preference.h"
#include "stability/symbolic/diagram.h"

#include <vector>

namespace stasis::stability {

/// Where t ≪ v.
Diagram muchWorse(const model::Preference& preference, const std::vector<Diagram>& t,
                  const std::vector<Diagram>& v);

/// Where t ≻ v in every reading, and where t ≻ v or it is not known how the two compare.
struct Maybe {
  Diagram surely;
  Diagram perhaps;

  static Maybe known(const Diagram& better) { return {better, better}; }
  /// The same, except for these pairs, of which nothing is known.
  Maybe unsureIn(const Diagram& pairs) const { return {surely - pairs, perhaps | pairs}; }
};
/// Where t ≻ v as far as it is known.
Maybe comparedInDoubt(const model::Prioritised& said, const std::vector<Diagram>& t,
                      const std::vector<Diagram>& v);
/// Where t stands to v in this relation, one of what is known.
Diagram meets(model::Relation relation, const Maybe& prefers);

} // namespace stasis::stability
