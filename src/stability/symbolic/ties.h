#pragma once

// Which options a statement or a constraint mentions, directly or through defines, if these are few. Such
// options should be close in the order of variables. O(size of the conflict) for all of it. Tested in
// tests/stability/symbolic/variable_order_test.cpp.

#include "model/conflict.h"

#include <optional>
#include <vector>

namespace stasis::stability {

/// Options that belong together, ascending.
using Tie = std::vector<model::OptionId>;

class Ties {
public:
  /// An expression with more options than this is wide: it is a count or a sum, not a tie.
  static constexpr std::size_t mostOptions = 4;

  explicit Ties(const model::Conflict& conflict, std::size_t most = mostOptions);

  /// The options of an expression; none if it is wide.
  std::optional<Tie> of(const model::Expression& expression) const;
  /// The tie of each bit of the party's rank, most important first (rank_bits.h).
  std::vector<std::optional<Tie>> ofRankBits(const model::Preference& preference) const;
  /// The ties of all constraints and statements that have one.
  std::vector<Tie> all() const;

private:
  const model::Conflict& conflict_;
  std::size_t most_;
  std::vector<std::optional<Tie>> defines_;
};

} // namespace stasis::stability
