#pragma once

// The feasible states that answer a query: conditions on options and named stabilities, joined as in the
// language. Parts about options alone go to the engine in one piece; the rest is algebra on sets of states.
// In a merged state a condition on options holds if it holds in every member. Cost: the engine's, for every
// stability named; a count over k sets of n takes O(n × k) operations on sets.
//
// Tested against the oracle, state by state, in tests/states/query_states_test.cpp.

#include "model/query.h"
#include "stability/engine.h"

namespace stasis::analysis {

/// Throws LimitReached.
stability::StateSet statesWhere(stability::Engine& engine, const model::Query& query);

/// The merged states in which the query holds for some members and not for others, so that neither it nor its
/// negation counts there; empty if it names more than twelve stabilities. Cost: up to 2^k × the engine's for
/// k stabilities. Throws LimitReached.
stability::StateSet statesInPart(stability::Engine& engine, const model::Query& query);

} // namespace stasis::analysis
