#pragma once

// A sentence and its tree, mapped to each other. Tokens are for the rules of discourse (a quote is one
// token); words are those of the tree. The tree also covers what is inside a quote, except for its sentences
// that neither begin nor end where the reporter speaks.
//
// Linear in the words. Tested with hand-made trees in tests/reading/.

#include "evidence/grammar/sentence_tree.h"
#include "evidence/reading/sentences.h"

#include <optional>
#include <string>
#include <vector>

namespace stasis::evidence {

using grammar::noWord;
using grammar::Relation;
using grammar::SentenceTree;
using grammar::Upos;
using grammar::WordIndex;
using grammar::Xpos;

class Syntax {
public:
  /// Both must outlive this; the words of the tree lie in the sentence.
  Syntax(const Sentence& sentence, const SentenceTree& tree);

  const Sentence& sentence() const { return *sentence_; }
  const SentenceTree& tree() const { return *tree_; }

  /// The token that contains a word.
  std::size_t tokenOf(WordIndex w) const { return tokenOf_[w]; }
  /// Of the words of a token, the one whose head is outside; none if the tree has none of them.
  std::optional<WordIndex> wordOf(std::size_t token) const;
  bool inQuote(WordIndex w) const { return sentence_->tokens[tokenOf_[w]].kind == TokenKind::quote; }
  /// The lexicon's entry for a word; null if it has none.
  const Word* known(WordIndex w) const { return known_[w]; }
  /// The lemma of a verb of speech, or of a word of words/unreal_words.txt; else the word in lower case.
  std::string_view lemma(WordIndex w) const;

  /// A child of that relation that is one of these words in lower case.
  bool hasChild(WordIndex w, Relation r, std::initializer_list<std::string_view> words) const;
  /// Before the first word and after the last, no word is one.
  bool isAny(WordIndex w, std::initializer_list<std::string_view> words) const;
  /// A verb in the infinitive with `to`.
  bool isInfinitive(WordIndex w) const;
  bool isPassive(WordIndex w) const;
  /// Who acts in a passive: "by the court".
  WordIndex agent(WordIndex w) const;
  /// Whether a word is a mark: comma, dash, semicolon, colon. False outside the sentence.
  bool isComma(WordIndex w) const;

private:
  const Sentence* sentence_;
  const SentenceTree* tree_;
  std::vector<std::size_t> tokenOf_;
  std::vector<const Word*> known_;
  std::vector<std::string> lower_;
};

/// The words of a sentence to parse: all of them, but of a quote with several sentences only the first and
/// the last.
std::vector<model::Range> wordsToParse(std::string_view text, const Sentence& sentence);

} // namespace stasis::evidence
