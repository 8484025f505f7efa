#include "evidence/grammar/train/move_cost.h"

#include <algorithm>

namespace stasis::evidence::grammar::train {

Oracle::Oracle(std::span<const TreeWord> words) : children_(words.size()) {
  for (WordIndex w = 0; w < words.size(); ++w) {
    heads_.push_back(words[w].head);
    if (words[w].head != noWord)
      children_[words[w].head].push_back(w);
  }
}

unsigned Oracle::childrenFrom(WordIndex w, WordIndex begin) const {
  const auto& children = children_[w];
  return static_cast<unsigned>(children.end() - std::ranges::lower_bound(children, begin));
}

bool Oracle::drawsTrueArc(const ArcHybrid& state, Move move) const {
  return heads_[state.stack(0)] == (move == Move::left ? state.buffer(0) : state.stack(1));
}

unsigned Oracle::cost(const ArcHybrid& state, Move move) const {
  return move == Move::shift ? costOfShift(state) : costOfArc(state, move);
}

/// The next word loses its children on the stack, and its head there unless that is the top. A word pushed
/// onto another one is not the root.
unsigned Oracle::costOfShift(const ArcHybrid& state) const {
  const WordIndex next = state.buffer(0);
  unsigned lost = 0;
  for (const WordIndex child : children_[next])
    lost += child < next && state.onStack(child);
  const WordIndex head = heads_[next];
  if (head == noWord)
    return lost + (state.stackSize() > 0);
  return lost + (head < next && state.onStack(head) && head != state.stack(0));
}

/// The top of the stack loses its children in the buffer, and its head if that is another word within reach.
unsigned Oracle::costOfArc(const ArcHybrid& state, Move move) const {
  const WordIndex top = state.stack(0);
  const WordIndex next = state.buffer(0);
  const WordIndex head = heads_[top];
  unsigned lost = next == noWord ? 0 : childrenFrom(top, next);
  const bool reachable =
      head == noWord ? state.stackSize() == 1 : head == state.stack(1) || (next != noWord && head >= next);
  return lost + (reachable && !drawsTrueArc(state, move));
}

} // namespace stasis::evidence::grammar::train
