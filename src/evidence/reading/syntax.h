#pragma once

// A sentence and its tree, led into each other: tokens are what the rules of discourse go by (a quote is one
// of them), words are those of the tree. What is inside a quote is in the tree as well, but for sentences of
// it that neither end nor begin where the reporter speaks.
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
  /// Both must outlive the answer; the words of the tree lie in the sentence.
  Syntax(const Sentence& sentence, const SentenceTree& tree);

  const Sentence& sentence() const { return *sentence_; }
  const SentenceTree& tree() const { return *tree_; }

  /// The token that a word stands in.
  std::size_t tokenOf(WordIndex w) const { return tokenOf_[w]; }
  /// Of the words of a token the one that hangs from outside; none if the tree has none of it.
  std::optional<WordIndex> wordOf(std::size_t token) const;
  bool inQuote(WordIndex w) const { return sentence_->tokens[tokenOf_[w]].kind == TokenKind::quote; }
  /// What the lexicon has of a word; null if nothing.
  const Word* known(WordIndex w) const { return known_[w]; }
  /// The lemma of a verb of speech, or of a word of words/unreal_words.txt; else the word in lower case.
  std::string_view lemma(WordIndex w) const;

  /// A child of that relation that is one of these words in lower case.
  bool hasChild(WordIndex w, Relation r, std::initializer_list<std::string_view> words) const;
  /// Before the first word and behind the last there is nothing that is one.
  bool isAny(WordIndex w, std::initializer_list<std::string_view> words) const;
  /// A verb in the infinitive with `to`.
  bool isInfinitive(WordIndex w) const;
  bool isPassive(WordIndex w) const;
  /// Who does what a passive says: "by the court".
  WordIndex agent(WordIndex w) const;
  /// A word of the sentence that is a mark: comma, dash, semicolon, colon. Beyond its ends there is none.
  bool isComma(WordIndex w) const;

private:
  const Sentence* sentence_;
  const SentenceTree* tree_;
  std::vector<std::size_t> tokenOf_;
  std::vector<const Word*> known_;
  std::vector<std::string> lower_;
};

/// The words of a sentence to parse: whole, or where a quote has several sentences only the first and the
/// last.
std::vector<model::Range> wordsToParse(std::string_view text, const Sentence& sentence);

} // namespace stasis::evidence
