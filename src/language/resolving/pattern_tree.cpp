#include "language/resolving/pattern_tree.h"

#include <algorithm>
#include <utility>

namespace stasis::language {

namespace {

std::size_t branch(char c) { return c == 'Y' ? 0 : c == 'N' ? 1 : 2; }

} // namespace

void PatternTree::insert(const model::Pattern& pattern, std::size_t position) {
  std::uint32_t at = 0;
  for (const char c : pattern.letters()) {
    std::uint32_t next = nodes_[at].branches[branch(c)];
    if (next == none) {
      next = static_cast<std::uint32_t>(nodes_.size());
      nodes_[at].branches[branch(c)] = next;
      nodes_.emplace_back();
    }
    at = next;
  }
  nodes_[at].position = std::min(nodes_[at].position, position);
}

std::optional<std::size_t> PatternTree::meets(const model::Pattern& pattern) const {
  const std::string& letters = pattern.letters();
  std::size_t least = SIZE_MAX;
  std::vector<std::pair<std::uint32_t, std::size_t>> open{{0, 0}};
  while (!open.empty()) {
    const auto [at, depth] = open.back();
    open.pop_back();
    if (depth == letters.size()) {
      least = std::min(least, nodes_[at].position);
      continue;
    }
    for (const char c : {'Y', 'N', '-'}) {
      const bool meeting = c == letters[depth] || c == '-' || letters[depth] == '-';
      const std::uint32_t next = nodes_[at].branches[branch(c)];
      if (meeting && next != none)
        open.emplace_back(next, depth + 1);
    }
  }
  if (least == SIZE_MAX)
    return std::nullopt;
  return least;
}

} // namespace stasis::language
