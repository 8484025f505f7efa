#pragma once

// The order of the variables for one conflict: of the options, and where the bits of each party's thresholds
// stand among them.

#include "model/conflict.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace stasis::stability {

struct VariableOrder {
  std::vector<model::OptionId> options;
  /// By party, for each bit of its rank, most important first: the place (in `options`) of the option it
  /// stands behind; none: before all options.
  std::vector<std::vector<std::optional<std::size_t>>> bits;
};

VariableOrder orderOfVariables(const model::Conflict& conflict);

} // namespace stasis::stability
