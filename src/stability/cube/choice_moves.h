#pragma once

// A party's moves among its own choices. With d the directed options already changed the one way they can be
// (its *advance*), a choice can be left for every choice whose advance includes its own. Choices of one
// advance are a group; groups with larger advances come first, so that what a group reaches is itself and the
// groups one step further, whose reach is known by then.
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
  bool directed() const { return groups_.size() > 1; }
  bool leads(std::size_t from, std::size_t to) const { return (advances_[from] & ~advances_[to]) == 0; }

  ChoiceMoves(ChoiceMoves&&) = default; ///< views stay: vectors move with their memory

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
