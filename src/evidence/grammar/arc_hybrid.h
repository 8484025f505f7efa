#pragma once

// The arc-hybrid transition system (Kuhlmann, Gómez-Rodríguez, Satta 2011): a stack, and a buffer of the
// words still to come. `shift` moves the next word to the stack; `left` makes the next word the head of the
// top of the stack; `right` makes the word below the top its head. When the buffer is empty and one word is
// left on the stack, that word is the root. Every run ends like this, whichever allowed moves are chosen. 2n
// − 1 moves for n words.

#include "evidence/grammar/sentence_tree.h"

#include <array>
#include <vector>

namespace stasis::evidence::grammar {

enum class Move : std::uint8_t { shift, left, right };

/// The number of a label in the model.
using LabelClass = std::uint8_t;
inline constexpr LabelClass noLabel = 255;

class ArcHybrid {
public:
  /// Starts with `words` words, at least one.
  void begin(std::size_t words);

  bool done() const { return next_ == nodes_.size() && stack_.size() == 1; }
  bool allowed(Move move) const;
  /// Makes an allowed move; the label is that of the arc, unused by `shift`.
  void make(Move move, LabelClass label);

  /// The k-th word from the top of the stack, the k-th of the buffer; `noWord` if there is none.
  WordIndex stack(std::size_t k) const { return k < stack_.size() ? stack_[stack_.size() - 1 - k] : noWord; }
  WordIndex buffer(std::size_t k) const {
    return next_ + k < nodes_.size() ? static_cast<WordIndex>(next_ + k) : noWord;
  }
  std::size_t stackSize() const { return stack_.size(); }
  bool onStack(WordIndex w) const { return nodes_[w].onStack; }

  struct Node {
    WordIndex head = noWord;
    LabelClass label = noLabel;
    bool onStack = false;
    std::uint16_t leftCount = 0;
    std::uint16_t rightCount = 0;
    std::array<WordIndex, 2> left{noWord, noWord}; ///< the outermost first
    std::array<WordIndex, 2> right{noWord, noWord};
  };
  const Node& node(WordIndex w) const { return nodes_[w]; }

private:
  void hang(WordIndex word, WordIndex head, LabelClass label);

  std::vector<Node> nodes_;
  std::vector<WordIndex> stack_;
  std::size_t next_ = 0;
};

} // namespace stasis::evidence::grammar
