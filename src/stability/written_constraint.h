#pragma once

// A constraint as a message quotes it.

#include "model/conflict.h"

#include <string>

namespace stasis::stability {

/// As the language writes it, cut where it is long.
std::string written(const model::Constraint& constraint, const model::Conflict& conflict);

} // namespace stasis::stability
