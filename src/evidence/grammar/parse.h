#pragma once

// From a sentence of a report to its tree: tokenizer, tagger (averaged perceptron, Collins 2002), parser
// (arc-hybrid transitions, Kuhlmann, Gómez-Rodríguez, Satta 2011, chosen by a small network, Chen & Manning
// 2014, trained with a dynamic oracle, Goldberg & Nivre 2013). All scores are integers and ties go to the
// lower number, so that the same sentence has the same tree on every machine.
//
// The model lies in the program and is not touched before the first sentence. Time is linear in the words,
// memory in the longest sentence besides a cache of fixed size. A sentence of more than 120 words is parsed
// in pieces whose roots hang from the first piece's root as `parataxis`. docs/grammar.md has the figures.

#include "evidence/grammar/sentence_tree.h"

#include <memory>

namespace stasis::evidence::grammar {

struct Model;

/// Words of one piece.
inline constexpr std::size_t longestPiece = 120;

/// A parser with its cache, for one thread. Keep one where many sentences are parsed.
class SentenceParser {
public:
  SentenceParser();
  /// With another model, which must outlive it.
  explicit SentenceParser(const Model& model);
  ~SentenceParser();
  SentenceParser(SentenceParser&&) noexcept;
  SentenceParser& operator=(SentenceParser&&) noexcept;

  /// The tree of a sentence, which must lie in `text`; `text` must outlive the tree. Any bytes have a tree.
  SentenceTree parse(std::string_view text, model::Range sentence);
  /// The tree over words that are cut already (tokenizer.h), in order and without overlap: a sentence of
  /// which parts are left out.
  SentenceTree parse(std::string_view text, std::span<const model::Range> words);

private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

/// As SentenceParser, with a parser that the thread keeps.
SentenceTree parse(std::string_view text, model::Range sentence);
SentenceTree parse(std::string_view text, std::span<const model::Range> words);

} // namespace stasis::evidence::grammar
