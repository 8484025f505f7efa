#include "stability/symbolic/levels.h"

#include <algorithm>

namespace stasis::stability {

void Levels::endLevel(std::size_t optionsSoFar) {
  optionsBefore_.push_back(optionsSoFar);
  ++count_;
}

Levels::Levels(const VariableOrder& order) : optionAt_(order.options), levelOf_(order.options.size()) {
  struct Bit {
    std::size_t party, bit;
  };
  std::vector<std::vector<Bit>> behind(optionAt_.size());
  for (std::size_t i = 0; i < order.bits.size(); ++i) {
    thresholds_.emplace_back(order.bits[i].size());
    for (std::size_t m = 0; m < order.bits[i].size(); ++m) {
      const auto place = order.bits[i][m];
      if (place)
        behind[*place].push_back({i, m});
      thresholds_[i][m] = m; // before all options
      first_ = std::max(first_, place ? 0 : m + 1);
    }
  }
  for (std::size_t level = 0; level < first_; ++level)
    endLevel(0);
  for (std::size_t k = 0; k < optionAt_.size(); ++k) {
    levelOf_[optionAt_[k].index()] = count_;
    endLevel(k);
    endLevel(k + 1);
    for (const Bit& bit : behind[k]) {
      thresholds_[bit.party][bit.bit] = count_;
      endLevel(k + 1);
    }
  }
  optionsBefore_.push_back(optionAt_.size());
}

} // namespace stasis::stability
