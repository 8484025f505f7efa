#pragma once

// A constraint as a message quotes it.

#include "model/conflict.h"

#include <string>

namespace stasis::stability {

/// In the words of the language, shortened if it is long.
std::string written(const model::Constraint& constraint, const model::Conflict& conflict);

} // namespace stasis::stability
