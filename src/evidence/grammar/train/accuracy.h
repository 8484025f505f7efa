#pragma once

// How well a model does on a treebank: the shares of words with the right tag, head, and head with relation,
// over the treebank's own words (punctuation counts), and of words that the tokenizer cuts as the treebank
// does. The shared tasks (Zeman and others 2018) ignore subtypes of relations; both shares are given. Linear.

#include "evidence/grammar/model.h"
#include "evidence/grammar/train/treebank.h"

namespace stasis::evidence::grammar::train {

struct Accuracy {
  std::size_t words = 0;
  std::size_t upos = 0;
  std::size_t xpos = 0;
  std::size_t heads = 0;          ///< UAS
  std::size_t relations = 0;      ///< LAS, relations by their base
  std::size_t wholeRelations = 0; ///< LAS, subtypes too
  std::size_t cut = 0;            ///< words the tokenizer makes
  std::size_t cutRight = 0;       ///< of these, the words of the treebank

  static double percent(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
  }
  /// F₁ of the tokenizer, in percent.
  double cutScore() const { return percent(2 * cutRight, words + cut); }
};

Accuracy measure(const Model& model, const std::vector<TreebankSentence>& sentences);

/// `UPOS 95.9 XPOS 95.5 UAS 84.9 LAS 81.7 (80.9 with subtypes) words 99.0`.
std::string told(const Accuracy& accuracy);

} // namespace stasis::evidence::grammar::train
