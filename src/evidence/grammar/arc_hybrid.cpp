#include "evidence/grammar/arc_hybrid.h"

namespace stasis::evidence::grammar {

void ArcHybrid::begin(std::size_t words) {
  nodes_.assign(words, Node{});
  stack_.clear();
  next_ = 0;
}

bool ArcHybrid::allowed(Move move) const {
  switch (move) {
  case Move::shift: return next_ < nodes_.size();
  case Move::left: return next_ < nodes_.size() && !stack_.empty();
  case Move::right: return stack_.size() > 1;
  }
  return false;
}

void ArcHybrid::make(Move move, LabelClass label) {
  if (move == Move::shift) {
    nodes_[next_].onStack = true;
    stack_.push_back(static_cast<WordIndex>(next_++));
    return;
  }
  const WordIndex word = stack_.back();
  stack_.pop_back();
  nodes_[word].onStack = false;
  hang(word, move == Move::left ? static_cast<WordIndex>(next_) : stack_.back(), label);
}

void ArcHybrid::hang(WordIndex word, WordIndex head, LabelClass label) {
  nodes_[word].head = head;
  nodes_[word].label = label;
  Node& above = nodes_[head];
  const bool left = word < head;
  std::array<WordIndex, 2>& side = left ? above.left : above.right;
  side = {word, side[0]}; // later children are farther out
  ++(left ? above.leftCount : above.rightCount);
}

} // namespace stasis::evidence::grammar
