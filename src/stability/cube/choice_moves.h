#pragma once

// A party's moves among its own choices. Let the *advance* of a choice be the directed options that it has
// already changed the one way they can change. From a choice the party can move to every choice whose advance
// includes its own. Choices with the same advance form a group. Groups with larger advances come first: what
// a group reaches is itself and the groups one step further, whose reach is known by then.
//
// O(choices² + groups³ / 64) to make, for one party. Tested through the engine.

#include "stability/cube/lanes.h"
#include "stability/cube/shape.h"

namespace stasis::stability::cube {

class ChoiceMoves {
public:
  explicit ChoiceMoves(const Digit& digit);
  /// The same moves in reverse.
  static ChoiceMoves backwards(const Digit& digit);

  const MovesView& view() const { return view_; }
  bool leads(std::size_t from, std::size_t to) const { return (advances_[from] & ~advances_[to]) == 0; }

  ChoiceMoves(ChoiceMoves&&) = default; ///< views stay valid: moving a vector keeps its memory

private:
  ChoiceMoves() = default;
  void group();

  std::vector<std::uint64_t> advances_; ///< by choice
  std::vector<LikeChoices> groups_;
  std::vector<std::vector<std::uint16_t>> members_, sources_;
  std::vector<std::vector<std::uint32_t>> further_;
  MovesView view_{};
};

} // namespace stasis::stability::cube
