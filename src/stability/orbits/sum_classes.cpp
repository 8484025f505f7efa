#include "stability/orbits/sum_classes.h"

#include <algorithm>

namespace stasis::stability {

std::size_t SumClasses::size() const {
  std::size_t product = 1;
  for (const Summand& summand : summands_)
    product *= summand.cuts.size() + 1;
  return product;
}

std::size_t SumClasses::classOf(std::span<const std::uint32_t> sums) const {
  std::size_t number = 0;
  for (std::size_t k = 0; k < summands_.size(); ++k) {
    const auto& cuts = summands_[k].cuts;
    const auto passed = std::ranges::upper_bound(cuts, sums[k]) - cuts.begin();
    number = number * (cuts.size() + 1) + static_cast<std::size_t>(passed);
  }
  return number;
}

Sums SumClasses::least(std::size_t number) const {
  Sums sums(summands_.size());
  for (std::size_t k = summands_.size(); k-- > 0;) {
    const auto& cuts = summands_[k].cuts;
    const std::size_t passed = number % (cuts.size() + 1);
    number /= cuts.size() + 1;
    sums[k] = passed == 0 ? 0 : cuts[passed - 1];
  }
  return sums;
}

Sums SumClasses::leastAs(std::size_t number, const SumClasses& of) const {
  const Sums theirs = of.least(number);
  Sums sums(summands_.size());
  for (std::size_t k = 0; k < summands_.size(); ++k) {
    const auto same = std::ranges::find(of.summands_, summands_[k].byChoice, &Summand::byChoice);
    if (same != of.summands_.end())
      sums[k] = theirs[static_cast<std::size_t>(same - of.summands_.begin())];
  }
  return sums;
}

SumClasses::Summand& SumClasses::summand(const std::vector<std::uint32_t>& byChoice) {
  const auto known = std::ranges::find(summands_, byChoice, &Summand::byChoice);
  return known != summands_.end() ? *known : summands_.emplace_back(Summand{byChoice, {}});
}

void SumClasses::cut(const std::vector<std::uint32_t>& byChoice, std::span<const std::uint32_t> at) {
  auto& cuts = summand(byChoice).cuts;
  cuts.insert(cuts.end(), at.begin(), at.end());
  std::ranges::sort(cuts);
  cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
  if (!cuts.empty() && cuts.front() == 0)
    cuts.erase(cuts.begin());
}

void SumClasses::cutAsIn(const SumClasses& other) {
  for (const Summand& theirs : other.summands_)
    cut(theirs.byChoice, theirs.cuts);
}

SumClasses SumClasses::withOneLess() const {
  SumClasses less;
  for (const Summand& summand : summands_) {
    std::vector<std::uint32_t> lower;
    for (const std::uint32_t at : summand.cuts)
      for (const std::uint32_t own : summand.byChoice)
        lower.push_back(at > own ? at - own : 0);
    less.cut(summand.byChoice, lower);
  }
  return less;
}

SumClasses SumClasses::withOneMore() const {
  SumClasses more;
  for (const Summand& summand : summands_) {
    std::vector<std::uint32_t> higher;
    for (const std::uint32_t at : summand.cuts)
      for (const std::uint32_t own : summand.byChoice)
        higher.push_back(at + own);
    more.cut(summand.byChoice, higher);
  }
  return more;
}

} // namespace stasis::stability
