#pragma once

// Which variable of the diagrams stands for which option, and which for the bits of a threshold
// (thresholds.h). Right after each option comes a second variable: the value its owner would change it to.
//
// A threshold bit comes either before all options, where all parties with bits there share the variables, or
// right after an option. variable_order.h decides this and the order of the options. A bad order costs
// factors of ten and more, but never changes the answer.

#include "stability/symbolic/variable_order.h"

#include <cstddef>
#include <vector>

namespace stasis::stability {

class Levels {
public:
  explicit Levels(const VariableOrder& order);

  std::size_t count() const { return count_; }
  std::size_t option(model::OptionId id) const { return levelOf_[id.index()]; }
  /// The variable of an option's changed value.
  std::size_t changed(model::OptionId id) const { return option(id) + 1; }
  /// The levels of the bits of a party's thresholds, most important first.
  const std::vector<std::size_t>& thresholds(model::PartyId id) const { return thresholds_[id.index()]; }
  /// The same for levels that no other party shares; empty if the party needs none (variable_order.h).
  const std::vector<std::size_t>& apart(model::PartyId id) const { return apart_[id.index()]; }
  /// The levels of the bits that number the states of a party's unsure pairs, most important first.
  const std::vector<std::size_t>& pairs() const { return pairs_; }
  /// The options in the order of their levels; the option at a level; how many options stand at a level or
  /// before it.
  const std::vector<model::OptionId>& options() const { return optionAt_; }
  model::OptionId optionAt(std::size_t level) const { return optionAt_[optionsBefore_[level]]; }
  std::size_t optionsFrom(std::size_t level) const { return optionAt_.size() - optionsBefore_[level]; }
  /// The levels before this one are thresholds.
  std::size_t firstOption() const { return first_; }

private:
  void endLevel(std::size_t optionsSoFar);

  std::vector<model::OptionId> optionAt_;
  std::vector<std::size_t> levelOf_;
  std::vector<std::size_t> optionsBefore_; ///< by level
  std::vector<std::vector<std::size_t>> thresholds_, apart_;
  std::vector<std::size_t> pairs_;
  std::size_t first_ = 0;
  std::size_t count_ = 0;
};

} // namespace stasis::stability
