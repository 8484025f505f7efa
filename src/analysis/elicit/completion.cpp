#include "analysis/elicit/completion.h"

#include <algorithm>
#include <functional>

namespace stasis::analysis {

namespace {

using Choose = std::function<std::size_t(std::size_t)>;

/// Classes of equals, best first; `choose(n)` is one of 0 … n-1.
std::vector<std::vector<Place>> completion(const KnownOrder& order, const Choose& choose) {
  std::vector<std::size_t> above(order.size(), 0); // that remain
  std::vector<Place> open;
  const auto isFirstOfItsClass = [&](Place place) {
    for (Place before = 0; before < place; ++before)
      if (order.atLeast(before, place) && order.atLeast(place, before))
        return false;
    return true;
  };
  for (Place place = 0; place < order.size(); ++place) {
    for (Place other = 0; other < order.size(); ++other)
      above[place] += order.above(other, place) ? 1U : 0U;
    if (above[place] == 0 && isFirstOfItsClass(place))
      open.push_back(place);
  }
  std::vector<std::vector<Place>> classes;
  while (!open.empty()) {
    const auto at = open.begin() + static_cast<std::ptrdiff_t>(choose(open.size()));
    const Place taken = *at;
    open.erase(at);
    classes.push_back(order.alike(taken));
    for (Place below = 0; below < order.size(); ++below)
      if (order.above(taken, below)) {
        above[below] -= classes.back().size();
        if (above[below] == 0 && isFirstOfItsClass(below))
          open.insert(std::ranges::lower_bound(open, below), below);
      }
  }
  return classes;
}

} // namespace

KnownOrder randomCompletion(const KnownOrder& order, std::mt19937_64& dice) {
  const auto classes = completion(order, [&](std::size_t n) { return static_cast<std::size_t>(dice() % n); });
  std::vector<std::uint32_t> ranks(order.size(), 0);
  for (std::uint32_t i = 0; i < classes.size(); ++i)
    for (const Place place : classes[i])
      ranks[place] = i;
  return KnownOrder::ranked(ranks);
}

std::vector<std::vector<Place>> firstCompletion(const KnownOrder& order) {
  return completion(order, [](std::size_t) { return std::size_t{0}; });
}

} // namespace stasis::analysis
