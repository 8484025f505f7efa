#include "stability/symbolic/rank_thresholds.h"

#include "stability/symbolic/thresholds.h"

#include <algorithm>
#include <numeric>

namespace stasis::stability {

using model::PartyId;

namespace {

/// Thresholds of sums with more bits are not looked at value by value.
constexpr std::size_t mostThresholdBits = 16;

} // namespace

std::vector<Diagram> RankThresholds::variables(const std::vector<std::size_t>& levels) const {
  std::vector<Diagram> all;
  for (const std::size_t level : levels)
    all.push_back(table_.variable(level));
  return all;
}

const std::vector<Diagram>& RankThresholds::sumAbove(PartyId party) {
  const Ranked& ranked = ranked_[party.index()];
  const auto [known, isNew] = sums_.try_emplace(party);
  const std::size_t bits = levels_.thresholds(party).size();
  if (!isNew || ranked.terms.empty() || bits > mostThresholdBits)
    return known->second;
  std::vector<std::uint64_t> values(std::size_t{1} << bits);
  std::iota(values.begin(), values.end(), std::uint64_t{0});
  if (auto above = stability::sumAbove(ranked.terms, std::move(values)))
    known->second = std::move(*above);
  return known->second;
}

Diagram RankThresholds::above(PartyId party, const std::vector<Diagram>& v) {
  const auto& sums = sumAbove(party);
  return sums.empty() ? greater(ranked_[party.index()].bits, v) : byThreshold(sums, v);
}

Diagram RankThresholds::below(PartyId party, const std::vector<Diagram>& v) {
  const auto& sums = sumAbove(party);
  if (sums.empty())
    return greater(v, ranked_[party.index()].bits);
  std::vector<Diagram> below{Diagram()};
  for (std::size_t k = 1; k < sums.size(); ++k)
    below.push_back(!sums[k - 1]);
  return byThreshold(std::move(below), v);
}

} // namespace stasis::stability
