#include "analysis/robust/linear_extensions.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

namespace stasis::analysis {

namespace {

struct TooMany {};

} // namespace

LinearExtensions::LinearExtensions(std::vector<std::vector<bool>> above) : above_(std::move(above)) {
  for (const auto& row : above_)
    free_ = free_ && std::ranges::find(row, true) == row.end();
  if (size() > 64)
    return;
  before_.assign(size(), 0);
  for (std::size_t i = 0; i < size(); ++i)
    for (std::size_t j = 0; j < size(); ++j)
      before_[j] |= Set{above_[i][j]} << i;
  if (free_) {
    count_ = 1;
    for (std::size_t k = 2; k <= size(); ++k)
      *count_ *= static_cast<unsigned long>(k);
    return;
  }
  try {
    count_ = countFrom(0);
  } catch (const TooMany&) {
    counts_.clear();
  }
}

const mpz_class& LinearExtensions::countFrom(Set placed) {
  if (const auto known = counts_.find(placed); known != counts_.end())
    return known->second;
  mpz_class sum = 0;
  bool complete = true;
  for (std::size_t thing = 0; thing < size(); ++thing)
    if ((placed >> thing & 1U) == 0) {
      complete = false;
      if (mayFollow(thing, placed))
        sum += countFrom(placed | Set{1} << thing);
    }
  if (counts_.size() >= mostClosedSets)
    throw TooMany();
  return counts_.emplace(placed, complete ? mpz_class(1) : std::move(sum)).first->second;
}

double LinearExtensions::steps() const {
  if (isExact())
    return 0;
  const auto n = static_cast<double>(size());
  return std::ceil((n * n * n - n) / 6 * std::log(n * n / (4 * mixingError)));
}

std::vector<std::size_t> LinearExtensions::draw(Draws& draws) const {
  return free_ ? shuffled(draws) : count_ ? byCounts(draws) : byChain(draws);
}

std::vector<std::size_t> LinearExtensions::shuffled(Draws& draws) const {
  std::vector<std::size_t> order(size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  for (std::size_t k = order.size(); k > 1; --k)
    std::swap(order[k - 1], order[draws.below(std::uint64_t{k})]);
  return order;
}

std::vector<std::size_t> LinearExtensions::byCounts(Draws& draws) const {
  std::vector<std::size_t> order;
  for (Set placed = 0; order.size() < size();) {
    mpz_class left = draws.below(counts_.at(placed));
    for (std::size_t thing = 0; thing < size(); ++thing) {
      if (!mayFollow(thing, placed))
        continue;
      const mpz_class& share = counts_.at(placed | Set{1} << thing);
      if (left < share) {
        order.push_back(thing);
        placed |= Set{1} << thing;
        break;
      }
      left -= share;
    }
  }
  return order;
}

std::vector<std::size_t> LinearExtensions::firstExtension() const {
  std::vector<std::size_t> before(size());
  for (const auto& row : above_)
    for (std::size_t j = 0; j < size(); ++j)
      before[j] += row[j] ? 1 : 0;
  std::vector<std::size_t> order(size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&](std::size_t thing) { return before[thing]; });
  return order;
}

std::vector<std::size_t> LinearExtensions::byChain(Draws& draws) const {
  const std::uint64_t n = size();
  std::vector<std::uint64_t> upTo; // sums of p(n - p)
  for (std::uint64_t p = 1; p < n; ++p)
    upTo.push_back((upTo.empty() ? 0 : upTo.back()) + p * (n - p));
  std::vector<std::size_t> order = firstExtension();
  for (double step = steps(); step > 0; --step) {
    const auto place = std::ranges::upper_bound(upTo, draws.below(upTo.back())) - upTo.begin();
    auto& first = order[static_cast<std::size_t>(place)];
    auto& second = order[static_cast<std::size_t>(place) + 1];
    if (draws.coin() && !above_[first][second])
      std::swap(first, second);
  }
  return order;
}

std::vector<std::vector<std::size_t>> LinearExtensions::list() const {
  std::vector<std::vector<std::size_t>> all;
  std::vector<std::size_t> order;
  const std::function<void(Set)> extend = [&](Set placed) {
    if (order.size() == size())
      all.push_back(order);
    for (std::size_t thing = 0; thing < size(); ++thing)
      if (mayFollow(thing, placed)) {
        order.push_back(thing);
        extend(placed | Set{1} << thing);
        order.pop_back();
      }
  };
  extend(0);
  return all;
}

} // namespace stasis::analysis
