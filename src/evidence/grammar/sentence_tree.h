#pragma once

// A sentence as a tree of its words: every word has one head, one word is the root, and no word is its own
// ancestor (dependency grammar as in Universal Dependencies, de Marneffe and others 2021). Content words are
// heads; auxiliaries, prepositions and conjunctions are attached to them.
//
// Words are bytes of the report, in order and without overlap; nothing is copied. Children are listed once
// when the tree is made, so that a walk costs only what is walked. 24 bytes a word. Tested on random bytes:
// spans, one root, no cycle.

#include "evidence/grammar/relation.h"
#include "evidence/grammar/word_class.h"
#include "model/range.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace stasis::evidence::grammar {

/// Number of a word in its sentence, from 0.
using WordIndex = std::uint32_t;
inline constexpr WordIndex noWord = ~WordIndex{0};

struct TreeWord {
  model::Range range; ///< bytes of the report
  Upos upos = Upos::x;
  Xpos xpos = Xpos::none;
  Relation relation = Relation::root;
  WordIndex head = noWord; ///< `noWord` for the root
};

class SentenceTree {
public:
  SentenceTree() = default;
  /// `words` stand in the order of the text, and their heads make one tree (see makeOneTree). O(words).
  SentenceTree(std::string_view text, std::vector<TreeWord> words);

  std::size_t size() const { return words_.size(); }
  bool empty() const { return words_.empty(); }
  const std::vector<TreeWord>& words() const { return words_; }
  const TreeWord& operator[](WordIndex w) const { return words_[w]; }

  /// The root; `noWord` for a sentence without words.
  WordIndex root() const { return root_; }
  WordIndex head(WordIndex w) const { return words_[w].head; }
  Relation relation(WordIndex w) const { return words_[w].relation; }
  /// The words whose head is `w`, in the order of the text. O(1).
  std::span<const WordIndex> children(WordIndex w) const;

  /// The word as it stands in the report.
  std::string_view text(WordIndex w) const;
  /// True if the word is `lower`, which must be in lower case; capitals (A–Z) and bent apostrophes are
  /// ignored.
  bool is(WordIndex w, std::string_view lower) const;

  /// The first child with that relation (or a subtype, if `r` is a base), else `noWord`.
  WordIndex child(WordIndex w, Relation r) const;
  bool has(WordIndex w, Relation r) const { return child(w, r) != noWord; }

  /// The first and last word of the subtree of `w`, `w` included. O(words below).
  struct Extent {
    WordIndex first = noWord;
    WordIndex last = noWord; ///< the last word itself, not one past it
  };
  Extent extent(WordIndex w) const;
  /// The bytes of extent(w): from its first word to the end of its last. Where branches cross, words of other
  /// subtrees may stand inside. O(words below).
  model::Range range(WordIndex w) const;

  /// True if `w` is `ancestor` or below it. O(depth).
  bool under(WordIndex w, WordIndex ancestor) const;

  /// A verb or auxiliary in a form that has tense, or a modal: VBD VBP VBZ MD. Imperatives (VB) do not count.
  bool isFiniteForm(WordIndex w) const;
  /// The head of a clause that has tense: a finite form, or a word with a finite auxiliary or copula.
  bool isFiniteClause(WordIndex w) const;
  /// True if `not`, `n't`, `never` is attached to the word or to its auxiliary.
  bool isNegated(WordIndex w) const;
  /// `w` and its conjuncts, first to last, chains included. O(words below).
  std::vector<WordIndex> conjuncts(WordIndex w) const;
  /// The subject (nsubj, nsubj:pass, nsubj:outer, csubj…) of the clause `w`; for a conjunct without its own,
  /// that of the clause it is joined to; else `noWord`. O(depth × children).
  WordIndex subject(WordIndex w) const;

private:
  std::string_view text_;
  std::vector<TreeWord> words_;
  std::vector<WordIndex> children_;  ///< by head, in order
  std::vector<std::uint32_t> first_; ///< where the children of word w begin; one more at the end
  WordIndex root_ = noWord;
};

/// Makes one tree of any heads. A word whose head is no word, or part of a cycle, is attached to the root:
/// the first word without a head, or the first word. O(words).
void makeOneTree(std::vector<TreeWord>& words);

} // namespace stasis::evidence::grammar
