#pragma once

// Whether a query holds in a state, by recursion on its structure: a condition on options must hold in every
// member of the state; stability is judged by its definition.

#include "model/query.h"
#include "oracle/definitions.h"

namespace stasis::oracle {

bool satisfies(const Game& game, const model::Conflict& conflict, const model::Query& query, Place s);

} // namespace stasis::oracle
