#pragma once

// A tree as text, a line a word, for those who ask why a statement was read so: number, word, tags, relation
// and head, drawn deeper the farther from the root:
//
//   1 Ann    PROPN NNP  nsubj 2 said
//   2 said   VERB  VBD  root
//
// O(words × depth). Tested on whole trees.

#include "evidence/grammar/sentence_tree.h"

#include <string>

namespace stasis::evidence::grammar {

/// Every line ends in a line feed; numbers count from 1.
std::string treeText(const SentenceTree& tree);

/// The way from `w` up to the root: `Ann nsubj← said`, as `explain` tells it. O(depth).
std::string pathText(const SentenceTree& tree, WordIndex w);

} // namespace stasis::evidence::grammar
