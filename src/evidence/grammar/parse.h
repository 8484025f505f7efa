#pragma once

// From a sentence of a report to its tree: tokenizer, tagger (averaged perceptron, Collins 2002), parser
// (arc-hybrid transitions, Kuhlmann, Gómez-Rodríguez, Satta 2011, chosen by a small network, Chen & Manning
// 2014, trained with a dynamic oracle, Goldberg & Nivre 2013). All scores are integers and ties go to the
// lower number, so a sentence has the same tree on every machine.
//
// The model is part of the program and is not touched before the first sentence. Time is linear in the words;
// memory depends on the longest sentence, besides a cache of fixed size. A sentence of more than 120 words is
// parsed in pieces; their roots are attached to the first piece's root as `parataxis`. docs/grammar.md has
// the figures.

#include "evidence/grammar/sentence_tree.h"

#include <memory>

namespace stasis::evidence::grammar {

struct Model;

/// The words of one piece.
inline constexpr std::size_t longestPiece = 120;

/// A parser with its cache, for one thread. Keep one if you parse many sentences.
class SentenceParser {
public:
  SentenceParser();
  /// Uses another model, which must outlive it.
  explicit SentenceParser(const Model& model);
  ~SentenceParser();
  SentenceParser(SentenceParser&&) noexcept;
  SentenceParser& operator=(SentenceParser&&) noexcept;

  /// The tree of a sentence, which must lie in `text`; `text` must outlive the tree. Every sequence of bytes
  /// has a tree.
  SentenceTree parse(std::string_view text, model::Range sentence);
  /// The tree over words that have already been cut (tokenizer.h), in order and without overlap: for a
  /// sentence with parts left out.
  SentenceTree parse(std::string_view text, std::span<const model::Range> words);

private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

/// Like SentenceParser, with a parser that the thread keeps.
SentenceTree parse(std::string_view text, model::Range sentence);
SentenceTree parse(std::string_view text, std::span<const model::Range> words);

} // namespace stasis::evidence::grammar
