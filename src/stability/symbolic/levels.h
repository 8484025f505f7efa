#pragma once

// Which variable of the diagrams stands for which option, and which for the bits of a threshold. Thresholds
// come first: a function of states and thresholds is then a decision between few sets of states. A mover's
// threshold is apart, so that both can occur in one diagram.
//
// The options of a party stay together, and parties whose preferences speak of each other are near
// (orderOfOptions); a bad order costs factors of ten and more, never the answer.

#include "model/conflict.h"

#include <cstddef>
#include <vector>

namespace stasis::stability {

class Levels {
public:
  /// `bits`: as many as the longest threshold has.
  Levels(const model::Conflict& conflict, std::size_t bits);

  std::size_t count() const { return 2 * bits_ + optionAt_.size(); }
  std::size_t option(model::OptionId id) const { return levelOf_[id.index()]; }
  /// Bit m of a threshold, most important first.
  std::size_t threshold(std::size_t m) const { return m; }
  std::size_t moversThreshold(std::size_t m) const { return bits_ + m; }
  /// The first level of an option.
  std::size_t firstOption() const { return 2 * bits_; }
  /// Options by level, from firstOption().
  const std::vector<model::OptionId>& options() const { return optionAt_; }

private:
  std::size_t bits_;
  std::vector<model::OptionId> optionAt_;
  std::vector<std::size_t> levelOf_;
};

std::vector<model::OptionId> orderOfOptions(const model::Conflict& conflict);

} // namespace stasis::stability
