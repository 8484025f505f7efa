#pragma once

// The named outcome by which an outcome without a name is described: the one nearest to it
// (outcome_name.h).

#include "model/conflict.h"

#include <optional>

namespace stasis::report {

/// None if the state has a name of its own in running text, or if no named outcome is near.
std::optional<model::Pattern> nearestNamed(const model::Conflict& conflict, const model::Pattern& state);

} // namespace stasis::report
