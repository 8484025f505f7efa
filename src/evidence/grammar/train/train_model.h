#pragma once

// Makes a model from treebanks, from counting words to the bytes of the file. The parser learns on tags from
// a tagger that was trained on the other folds (jackknifing), so that it knows the tagger's errors. One
// thread; the same sentences and settings give the same bytes on every machine.

#include "evidence/grammar/train/parser_training.h"
#include "evidence/grammar/train/tagger_training.h"

#include <string>

namespace stasis::evidence::grammar::train {

struct ModelSettings {
  TaggerSettings tagger;
  int roundsOfFolds = 6; ///< for the taggers that tag the other folds
  ParserSettings parser;
  std::size_t folds = 5;
  std::size_t leastOfPair = 8; ///< occurrences that make a pair of tags a class
  std::size_t leastOfWord = 3; ///< occurrences that make a word known
  std::size_t taggerBytes = 1300000;
  /// Called with what has been done, and with the model so far after each round of the parser. May be empty.
  std::function<void(const std::string& done)> progress;
  std::function<void(int round, const std::string& bytes)> afterRound;
};

/// The bytes of a model. `sentences` must not be empty.
std::string trainModel(const std::vector<TreebankSentence>& sentences, const ModelSettings& settings);

} // namespace stasis::evidence::grammar::train
