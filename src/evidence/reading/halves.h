#pragma once

// The two halves of a conditional, by the tree of its sentence: the clause that the marker opens, and the
// clause that depends on it, wherever they stand ("if P, Q"; "Q if P"; "X said that if P, Q"; "if P, X said,
// Q"). The marker is found by its words (conditional.h); the tree shows how far each half goes.
//
// O(words of the sentence). Tested on hand-made trees and on the tables of tests/reading/.

#include "evidence/grammar/sentence_tree.h"
#include "model/range.h"

#include <optional>

namespace stasis::evidence {

struct Halves {
  model::Range condition;
  std::optional<model::Range> consequence;
};

/// `marker`: the bytes of all its words; `scope`: the bytes that a half may take. None if the tree has no
/// clause after the marker.
std::optional<Halves> halvesByTree(const grammar::SentenceTree& tree, model::Range marker,
                                   model::Range scope);

/// An auxiliary at a byte that stands before its subject and asks nothing: "were Suria to attack", "had they
/// paid".
bool isInverted(const grammar::SentenceTree& tree, std::size_t byte);

/// A noun of time at a byte, with a clause of its own after it and something to be done before it: "to leave
/// the minute a notice lands".
bool hasClauseOfTime(const grammar::SentenceTree& tree, std::size_t byte);

} // namespace stasis::evidence
