#pragma once

// What the parser's network sees of a state: 18 words (three of the stack, three of the buffer, two children
// on each side of the top two of the stack, two left children of the next word, the right child's right
// child), their tags, the relations of the children, and eight small numbers: distances, commas and quotation
// marks in between, whether words stand inside marks, how many children there are (after Chen & Manning 2014;
// Zhang & Nivre 2011). O(1) for each state.

#include "evidence/grammar/arc_hybrid.h"
#include "evidence/grammar/model.h"
#include "evidence/grammar/word_form.h"

#include <array>
#include <span>
#include <vector>

namespace stasis::evidence::grammar {

struct ParserView {
  std::array<WordIndex, net::places> words;       ///< `noWord` where there is none
  std::array<std::uint8_t, net::labelled> labels; ///< of the last places; `noLabel` also if there is no word
  std::array<std::uint8_t, net::smalls> smalls;   ///< below net::smallValues
};

/// Counts over the words of one sentence, made once.
class MarksBefore {
public:
  void count(std::span<const WordForm> forms);
  unsigned commas(WordIndex a, WordIndex b) const { return commas_[b] - commas_[a]; }
  unsigned quotationMarks(WordIndex a, WordIndex b) const { return marks_[b] - marks_[a]; }
  bool inside(WordIndex w) const { return marks_[w] % 2 != 0; }

private:
  std::vector<std::uint16_t> commas_; ///< before each word
  std::vector<std::uint16_t> marks_;
};

void see(const ArcHybrid& state, const MarksBefore& marks, ParserView& view);

} // namespace stasis::evidence::grammar
