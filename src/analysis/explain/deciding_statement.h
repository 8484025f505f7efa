#pragma once

// The statement that makes a party like one state better than another: the first one that holds in the better
// state and not in the worse, in the first tier that distinguishes the two.
//
// Cost: evaluates each statement in two states at most. Tested by tests/brief.

#include "model/conflict.h"

namespace stasis::analysis {

/// The first statement of the party that holds in `better` and not in `worse`, if no earlier tier
/// distinguishes the two.
const model::Statement* decidingStatement(const model::Conflict& conflict, model::PartyId party,
                                          const model::Pattern& better, const model::Pattern& worse);

} // namespace stasis::analysis
