#pragma once

// `--where EXPRESSION`: the feasible states in which an expression of the modelling language holds, which may
// also ask of stability (model/query.h).

#include "stability/engine.h"

#include <optional>
#include <string>

namespace stasis::cli {

class Console;

struct StatesAsked {
  stability::StateSet where;
  stability::StateSet inPart; ///< merged states in which it holds for some members and not for others
};

/// None (and said, with a caret under the words) if it is not an expression over this conflict. Throws
/// LimitReached.
std::optional<StatesAsked> statesWhere(const std::string& expression, stability::Engine& engine,
                                       Console& console);

/// Those in which it holds wholly, for verbs that only choose states so; the others are said to be left out.
std::optional<stability::StateSet> wholeStatesWhere(const std::string& expression, stability::Engine& engine,
                                                    Console& console);

} // namespace stasis::cli
