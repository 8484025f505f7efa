#include "stability/symbolic/levels.h"

namespace stasis::stability {

Levels::Levels(const model::Conflict& conflict, std::size_t bits)
    : bits_(bits), optionAt_(orderOfOptions(conflict)), levelOf_(conflict.options.size()) {
  for (std::size_t k = 0; k < optionAt_.size(); ++k)
    levelOf_[optionAt_[k].index()] = firstOption() + k;
}

std::vector<model::OptionId> orderOfOptions(const model::Conflict& conflict) {
  std::vector<model::OptionId> order;
  for (std::size_t o = 0; o < conflict.options.size(); ++o)
    order.emplace_back(o);
  return order;
}

} // namespace stasis::stability
