#pragma once

// Whether a query holds in a state, by recursion on its structure: what speaks of options alone in every
// member of the state, stability by its definition.

#include "model/query.h"
#include "oracle/definitions.h"

namespace stasis::oracle {

bool satisfies(const Game& game, const model::Conflict& conflict, const model::Query& query, Place s);

} // namespace stasis::oracle
