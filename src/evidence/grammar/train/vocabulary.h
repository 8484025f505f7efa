#pragma once

// What is counted in the treebank before training: the pairs of tags, the relations, the words frequent
// enough to be known, and the set of tags that each of them has (its ambiguity class). Linear.

#include "evidence/grammar/lexicon.h"
#include "evidence/grammar/model.h"
#include "evidence/grammar/train/treebank.h"

namespace stasis::evidence::grammar::train {

/// A list by number, and the numbers by entry.
struct TagClasses {
  std::vector<TagPair> pairs;

  /// The class of the pair, or that of the most frequent pair with its part of speech.
  TagClass of(TagPair pair) const;
};

/// The pairs with at least `least` occurrences, the most frequent first.
TagClasses tagClassesOf(const std::vector<const TreebankSentence*>& sentences, std::size_t least);

/// The relations of the sentences except `root`, by number of Relation.
std::vector<Relation> labelsOf(const std::vector<const TreebankSentence*>& sentences);

/// A lexicon and the lists it is a view of.
struct LexiconLists {
  std::vector<std::uint16_t> directory;
  std::vector<std::uint32_t> hashes;
  std::vector<std::uint16_t> words;
  std::vector<std::uint8_t> ambiguity;
  std::vector<std::uint32_t> counts;  ///< in the treebank, by word number
  std::vector<std::uint32_t> endings; ///< hash of the last three bytes, by word number

  Lexicon view() const { return {directory, hashes, words, ambiguity}; }
};

/// Words with at least `least` occurrences. A tag belongs to a word's class if the word has it at least 5 %
/// of the time.
LexiconLists lexiconOf(const std::vector<const TreebankSentence*>& sentences, const TagClasses& classes,
                       std::size_t least);

} // namespace stasis::evidence::grammar::train
