#pragma once

// `--where EXPRESSION`: the feasible states in which an expression of the modelling language holds, which may
// also ask of stability (model/query.h).

#include "stability/engine.h"

#include <optional>
#include <string>

namespace stasis::cli {

class Console;

/// None (and said, with a caret under the words) if it is not an expression over this conflict. Throws
/// LimitReached.
std::optional<stability::StateSet> statesWhere(const std::string& expression, stability::Engine& engine,
                                               Console& console);

} // namespace stasis::cli
