#include "stability/symbolic/levels.h"

#include <algorithm>

namespace stasis::stability {

void Levels::endLevel(std::size_t optionsSoFar) {
  optionsBefore_.push_back(optionsSoFar);
  ++count_;
}

Levels::Levels(const VariableOrder& order) : optionAt_(order.options), levelOf_(order.options.size()) {
  struct Bit {
    std::vector<std::size_t>* levels;
    std::size_t bit;
  };
  std::vector<std::vector<Bit>> behind(optionAt_.size());
  const auto put = [&](const auto& places, std::vector<std::size_t>& levels, std::size_t begin) {
    levels.resize(places.size());
    for (std::size_t m = 0; m < places.size(); ++m) {
      if (places[m])
        behind[*places[m]].push_back({&levels, m});
      else
        first_ = std::max(first_, begin + m + 1);
      levels[m] = begin + m; // before all options
    }
  };
  thresholds_.resize(order.bits.size());
  apart_.resize(order.apart.size());
  for (std::size_t i = 0; i < order.bits.size(); ++i)
    put(order.bits[i], thresholds_[i], 0);
  for (std::size_t i = 0; i < order.apart.size(); ++i)
    put(order.apart[i], apart_[i], first_);
  put(std::vector<std::optional<std::size_t>>(order.pairBits), pairs_, first_);
  for (std::size_t level = 0; level < first_; ++level)
    endLevel(0);
  for (std::size_t k = 0; k < optionAt_.size(); ++k) {
    levelOf_[optionAt_[k].index()] = count_;
    endLevel(k);
    endLevel(k + 1);
    for (const Bit& bit : behind[k]) {
      (*bit.levels)[bit.bit] = count_;
      endLevel(k + 1);
    }
  }
  optionsBefore_.push_back(optionAt_.size());
}

} // namespace stasis::stability
