#pragma once

// Sentences with their trees, read from CoNLL-U (Universal Dependencies): words, tags and relations, and
// white space as far as `SpaceAfter=No` shows it. Empty nodes are left out. Linear.

#include "evidence/grammar/sentence_tree.h"

#include <string>
#include <string_view>
#include <vector>

namespace stasis::evidence::grammar::train {

struct TreebankSentence {
  std::string text;
  std::vector<TreeWord> words; ///< ranges of `text`

  std::vector<model::Range> ranges() const;
};

struct Treebank {
  std::vector<TreebankSentence> sentences;
  std::string problem; ///< the problem, with its line; empty if there is none
};

/// The sentences of CoNLL-U text; sentences without words are left out.
Treebank readTreebank(std::string_view conllu);

/// A sentence as CoNLL-U, lemmas and features left out: what readTreebank reads back.
std::string writeSentence(const SentenceTree& tree, std::string_view name);

} // namespace stasis::evidence::grammar::train
