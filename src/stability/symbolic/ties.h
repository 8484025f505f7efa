#pragma once

// Which options a statement or a constraint mentions, directly or through defines, if these are few: such
// options should be close in the order of variables. O(size of the conflict) for all of it.
// Tested in tests/properties/variable_order_test.cpp.

#include "model/conflict.h"

#include <optional>
#include <vector>

namespace stasis::stability {

/// Options that belong together, ascending.
using Tie = std::vector<model::OptionId>;

class Ties {
public:
  /// An expression with more options than this is wide: not a tie, but a count or a sum.
  static constexpr std::size_t mostOptions = 4;

  explicit Ties(const model::Conflict& conflict);

  /// None if it is wide.
  std::optional<Tie> of(const model::Expression& expression) const;
  /// Of each bit of the party's rank, most important first (rank_bits.h).
  std::vector<std::optional<Tie>> ofRankBits(const model::Preference& preference) const;
  /// Of all constraints and statements, where there is one.
  std::vector<Tie> all() const;

private:
  const model::Conflict& conflict_;
  std::vector<std::optional<Tie>> defines_;
};

} // namespace stasis::stability
