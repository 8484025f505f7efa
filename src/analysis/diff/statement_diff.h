#pragma once

// Two lists of keys as edits: what stays in order, what stays in another place, what only one list has.
//
// Longest common subsequence by dynamic programming, O(n·m), after a common beginning and end are set aside;
// beyond 4 million pairs a greedy one. Tested against trying every subsequence of short lists.

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace stasis::analysis {

struct ListDiff {
  std::vector<std::pair<std::size_t, std::size_t>> kept;  ///< ascending in both
  std::vector<std::pair<std::size_t, std::size_t>> moved; ///< the same key, out of order
  std::vector<std::size_t> dropped;
  std::vector<std::size_t> added;
};

ListDiff diffLists(const std::vector<std::string>& a, const std::vector<std::string>& b);

} // namespace stasis::analysis
