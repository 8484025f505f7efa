#pragma once

// Which variable of the diagrams stands for which option, and which for the bits of a threshold. Thresholds
// come first: a function of states and thresholds is then a decision between few sets of states. Behind each
// option stands a second variable: what its owner would change it to.
//
// The options of a party stay together and so do the members of a family (orderOfOptions); a bad order costs
// factors of ten and more, never the answer.

#include "model/conflict.h"

#include <cstddef>
#include <vector>

namespace stasis::stability {

class Levels {
public:
  /// `bits`: as many as the longest threshold has.
  Levels(const model::Conflict& conflict, std::size_t bits);

  std::size_t count() const { return bits_ + 2 * optionAt_.size(); }
  std::size_t option(model::OptionId id) const { return levelOf_[id.index()]; }
  /// Bit m of a threshold, most important first.
  std::size_t threshold(std::size_t m) const { return m; }
  /// What an option would be changed to.
  std::size_t changed(model::OptionId id) const { return option(id) + 1; }
  /// Options in the order of their levels; by level; and how many are below a level or at it.
  const std::vector<model::OptionId>& options() const { return optionAt_; }
  model::OptionId optionAt(std::size_t level) const { return optionAt_[(level - bits_) / 2]; }
  std::size_t optionsFrom(std::size_t level) const { return (count() - level) / 2; }
  std::size_t firstOption() const { return bits_; }

private:
  std::size_t bits_;
  std::vector<model::OptionId> optionAt_;
  std::vector<std::size_t> levelOf_;
};

std::vector<model::OptionId> orderOfOptions(const model::Conflict& conflict);

} // namespace stasis::stability
