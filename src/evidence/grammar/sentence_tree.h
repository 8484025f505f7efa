#pragma once

// A sentence as a tree of its words: every word has one head, one word is the root, no word is its own
// ancestor (dependency grammar as Universal Dependencies draws it, de Marneffe and others 2021). Content
// words are heads; auxiliaries, prepositions and conjunctions hang from them.
//
// Words are bytes of the report, in order and without overlap; nothing is copied. Children are listed once
// when the tree is made, so that walking costs what is walked. 24 bytes a word. Tested on random bytes:
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
  /// `words` in the order of the text, with heads that make one tree (see makeOneTree). O(words).
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

  /// As it stands in the report.
  std::string_view text(WordIndex w) const;
  /// True if the word is `lower`, which is written in lower case; capitals (A–Z) and bent apostrophes aside.
  bool is(WordIndex w, std::string_view lower) const;

  /// The first child of that relation (or of its subtypes if `r` is a base), else `noWord`.
  WordIndex child(WordIndex w, Relation r) const;
  bool has(WordIndex w, Relation r) const { return child(w, r) != noWord; }

  /// First and last word of what hangs from `w`, itself included. O(words below).
  struct Extent {
    WordIndex first = noWord;
    WordIndex last = noWord; ///< the last word itself, not one past it
  };
  Extent extent(WordIndex w) const;
  /// The bytes of extent(w): from its first word to the end of its last. Words that hang from elsewhere may
  /// stand inside where branches cross. O(words below).
  model::Range range(WordIndex w) const;

  /// True if `w` is `ancestor` or hangs from it. O(depth).
  bool under(WordIndex w, WordIndex ancestor) const;

  /// A verb or auxiliary in a form that has tense, or a modal: VBD VBP VBZ MD. Not imperatives (VB).
  bool isFiniteForm(WordIndex w) const;
  /// The head of a clause that has tense: it is a finite form itself, or a finite auxiliary or copula hangs
  /// from it.
  bool isFiniteClause(WordIndex w) const;
  /// `not`, `n't`, `never` hangs from the word or from its auxiliary.
  bool isNegated(WordIndex w) const;
  /// `w` and what is joined to it by `conj`, first to last, chains included. O(words below).
  std::vector<WordIndex> conjuncts(WordIndex w) const;
  /// The word that heads the first of the conjuncts `w` belongs to: `w` itself if it is joined to none.
  /// O(depth).
  WordIndex firstConjunct(WordIndex w) const;
  /// The subject (nsubj, nsubj:pass, nsubj:outer, csubj…) of the clause `w`; for a conjunct without one of
  /// its own, that of the clause it is joined to; else `noWord`. O(depth × children).
  WordIndex subject(WordIndex w) const;

private:
  std::string_view text_;
  std::vector<TreeWord> words_;
  std::vector<WordIndex> children_;  ///< by head, in order
  std::vector<std::uint32_t> first_; ///< of word w: where its children begin; one more at the end
  WordIndex root_ = noWord;
};

/// Makes any heads into one tree: heads that are no words or make a cycle hang from the root, which is the
/// first word without a head, or the first word. O(words).
void makeOneTree(std::vector<TreeWord>& words);

} // namespace stasis::evidence::grammar
