#pragma once

// What holds when only some of the statements are held, by definition. For each of the 2^k subsets the other
// statements are removed and the definitions are evaluated again. Shares no code with src/. Up to about 6
// statements.

#include "model/conflict.h"

#include <set>
#include <string>
#include <vector>

namespace stasis::oracle {

/// The letters of the equilibria, by subset. Bit j of the position is set if statement j of `prefer` is held,
/// in the order of parties and of the text.
std::vector<std::set<std::string>> equilibriaBySubset(const model::Conflict& conflict,
                                                      model::Concept concept_);

/// How many statements there are.
std::size_t statementsOf(const model::Conflict& conflict);

} // namespace stasis::oracle
