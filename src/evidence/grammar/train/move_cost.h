#pragma once

// The cost of a move: how many arcs of the treebank's tree can be drawn before it but no longer after it
// (dynamic oracle of the arc-hybrid system, Goldberg & Nivre 2013). Exact for trees without crossing arcs.
// O(children).

#include "evidence/grammar/arc_hybrid.h"

#include <span>

namespace stasis::evidence::grammar::train {

class Oracle {
public:
  /// The words of a sentence with the heads of the treebank.
  explicit Oracle(std::span<const TreeWord> words);

  /// Arcs lost by an allowed move.
  unsigned cost(const ArcHybrid& state, Move move) const;
  /// True if the arc that `left` or `right` would draw is in the treebank's tree.
  bool drawsTrueArc(const ArcHybrid& state, Move move) const;
  WordIndex head(WordIndex w) const { return heads_[w]; }

private:
  unsigned childrenFrom(WordIndex w, WordIndex begin) const;
  unsigned costOfShift(const ArcHybrid& state) const;
  unsigned costOfArc(const ArcHybrid& state, Move move) const;

  std::vector<WordIndex> heads_;
  std::vector<std::vector<WordIndex>> children_;
};

} // namespace stasis::evidence::grammar::train
