#pragma once

// Patterns of one length as a tree with a branch for each letter, to find those that share a state with
// another: Y meets Y and -, N meets N and -, - meets all. O(letters) for a state among patterns without -,
// more with.
//
// Tested against comparing every pair.

#include "model/pattern.h"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace stasis::language {

class PatternTree {
public:
  PatternTree() : nodes_(1) {}

  void insert(const model::Pattern& pattern, std::size_t position);
  /// The least position among the patterns that share a state with this one.
  std::optional<std::size_t> meets(const model::Pattern& pattern) const;

private:
  static constexpr std::uint32_t none = 0; ///< node 0 is the root, which is no one's branch

  struct Node {
    std::array<std::uint32_t, 3> branches{};
    std::size_t position = SIZE_MAX;
  };
  std::vector<Node> nodes_;
};

} // namespace stasis::language
