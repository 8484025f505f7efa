#pragma once

// The edits between two lists of keys: keys that keep their order, keys that moved, keys of only one list.
//
// The common beginning and end are set aside. Then longest common subsequence by dynamic programming, O(n·m);
// above 4 million pairs a greedy one. Tested against every subsequence of short lists.

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace stasis::analysis {

struct ListDiff {
  std::vector<std::pair<std::size_t, std::size_t>> kept;  ///< ascending in both
  std::vector<std::pair<std::size_t, std::size_t>> moved; ///< the same key, in another order
  std::vector<std::size_t> dropped;
  std::vector<std::size_t> added;
};

ListDiff diffLists(const std::vector<std::string>& a, const std::vector<std::string>& b);

} // namespace stasis::analysis
