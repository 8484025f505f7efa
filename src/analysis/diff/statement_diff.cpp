#include "analysis/diff/statement_diff.h"

#include <algorithm>
#include <cstdint>
#include <unordered_map>

namespace stasis::analysis {

namespace {

constexpr std::size_t mostPairs = 4'000'000;

using Keys = std::vector<std::string>;
using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;

/// Of a[begin, endA) and b[begin, endB).
void longestCommon(const Keys& a, const Keys& b, std::size_t begin, std::size_t endA, std::size_t endB,
                   Pairs& kept) {
  const std::size_t n = endA - begin;
  const std::size_t m = endB - begin;
  std::vector<std::uint32_t> length((n + 1) * (m + 1), 0); // of the common subsequence of two suffixes
  const auto at = [&](std::size_t i, std::size_t j) -> std::uint32_t& { return length[i * (m + 1) + j]; };
  for (std::size_t i = n; i-- > 0;)
    for (std::size_t j = m; j-- > 0;)
      at(i, j) = a[begin + i] == b[begin + j] ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
  for (std::size_t i = 0, j = 0; i < n && j < m;) {
    if (a[begin + i] == b[begin + j])
      kept.emplace_back(begin + i++, begin + j++);
    else if (at(i + 1, j) >= at(i, j + 1))
      ++i;
    else
      ++j;
  }
}

/// Takes each key of `a` at its first place in `b` after the last one taken.
void greedyCommon(const Keys& a, const Keys& b, std::size_t begin, std::size_t endA, std::size_t endB,
                  Pairs& kept) {
  std::unordered_map<std::string_view, std::vector<std::size_t>> places;
  for (std::size_t j = begin; j < endB; ++j)
    places[b[j]].push_back(j);
  std::size_t next = begin;
  for (std::size_t i = begin; i < endA; ++i)
    if (const auto found = places.find(a[i]); found != places.end()) {
      const auto place = std::ranges::lower_bound(found->second, next);
      if (place == found->second.end())
        continue;
      kept.emplace_back(i, *place);
      next = *place + 1;
    }
}

} // namespace

ListDiff diffLists(const Keys& a, const Keys& b) {
  ListDiff diff;
  std::size_t begin = 0;
  std::size_t endA = a.size();
  std::size_t endB = b.size();
  while (begin < endA && begin < endB && a[begin] == b[begin])
    ++begin;
  for (std::size_t i = 0; i < begin; ++i)
    diff.kept.emplace_back(i, i);
  Pairs tail;
  while (endA > begin && endB > begin && a[endA - 1] == b[endB - 1])
    tail.emplace_back(--endA, --endB);
  (endA - begin) * (endB - begin) <= mostPairs ? longestCommon(a, b, begin, endA, endB, diff.kept)
                                               : greedyCommon(a, b, begin, endA, endB, diff.kept);
  diff.kept.insert(diff.kept.end(), tail.rbegin(), tail.rend());
  std::vector<bool> usedA(a.size(), false);
  std::vector<bool> usedB(b.size(), false);
  for (const auto& [i, j] : diff.kept)
    usedA[i] = usedB[j] = true;
  std::unordered_map<std::string_view, std::vector<std::size_t>> left;
  for (std::size_t j = b.size(); j-- > 0;)
    if (!usedB[j])
      left[b[j]].push_back(j);
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (usedA[i])
      continue;
    auto& places = left[a[i]];
    if (places.empty()) {
      diff.dropped.push_back(i);
    } else {
      diff.moved.emplace_back(i, places.back());
      usedB[places.back()] = true;
      places.pop_back();
    }
  }
  for (std::size_t j = 0; j < b.size(); ++j)
    if (!usedB[j])
      diff.added.push_back(j);
  return diff;
}

} // namespace stasis::analysis
