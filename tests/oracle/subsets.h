#pragma once

// What holds when only some of the statements are held, by definition: for each of the 2^k subsets the other
// statements are struck out and the definitions are worked through again. Shares no code with src/. Up to
// about 6 statements.

#include "model/conflict.h"

#include <set>
#include <string>
#include <vector>

namespace stasis::oracle {

/// By subset (bit j of its position: the j-th statement of `prefer`, in the order of parties and of the text,
/// is held): the letters of the equilibria.
std::vector<std::set<std::string>> equilibriaBySubset(const model::Conflict& conflict,
                                                      model::Concept concept_);

/// How many statements there are.
std::size_t statementsOf(const model::Conflict& conflict);

} // namespace stasis::oracle
