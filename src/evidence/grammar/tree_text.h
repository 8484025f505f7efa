#pragma once

// A tree as text, one line a word, for users who ask why a statement was read in some way: number, word,
// tags, relation and head, indented more the farther from the root:
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

/// The way from `w` up to the root: `Ann nsubj← said`, as --explain shows it. O(depth).
std::string pathText(const SentenceTree& tree, WordIndex w);

} // namespace stasis::evidence::grammar
