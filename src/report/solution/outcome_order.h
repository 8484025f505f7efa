#pragma once

// The outcomes that a first page shows, in its order: today's, those that have a name, of the others those
// that hold; what holds most firmly first, else in the order of the text. The studio's first screen and the
// report show the same rows.
//
// Which outcome is asked about when nobody has chosen one: of those that have a name and do not hold by
// themselves, the first that the model expects something of; else today's if it holds by itself; else the
// first of them.
//
// Tested by tests/solution/outcome_order_test.cpp.

#include "stability/standing.h"

#include <optional>
#include <vector>

namespace stasis::report {

struct OutcomeOrder {
  std::optional<model::Pattern> today;
  std::vector<model::Pattern> named;   ///< besides today's
  std::vector<model::Pattern> unnamed; ///< that hold: at most `mostUnnamedOfEach` of each way
  stability::Count unnamedCount;       ///< how many are feasible
  stability::Count unnamedHolding;     ///< how many of these hold
  std::optional<model::Pattern> asked;

  /// Of `unnamed`, how many stand on a first page: with several named ones beside them, none.
  std::size_t unnamedShown() const;
};

inline constexpr std::size_t mostUnnamedOfEach = 8;

OutcomeOrder outcomeOrder(stability::Engine& engine, const stability::Solution& solution);

} // namespace stasis::report
