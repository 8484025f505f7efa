#pragma once

// `--where EXPRESSION`: the feasible states in which an expression of the modelling language holds. It may
// also ask about stability (model/query.h).

#include "stability/engine.h"

#include <optional>
#include <string>

namespace stasis::cli {

class Console;

struct StatesAsked {
  stability::StateSet where;
  stability::StateSet inPart; ///< merged states in which it holds for some members and not for others
};

/// None, after an error message with a caret under the words, if it is not an expression over this conflict.
/// Throws LimitReached.
std::optional<StatesAsked> statesWhere(const std::string& expression, stability::Engine& engine,
                                       Console& console);

/// The states in which it holds entirely, for verbs that only choose states this way. A message says that the
/// others are left out.
std::optional<stability::StateSet> wholeStatesWhere(const std::string& expression, stability::Engine& engine,
                                                    Console& console);

} // namespace stasis::cli
