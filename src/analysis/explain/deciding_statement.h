#pragma once

// The statement that makes a party like one state better than another: of the first tier that tells them
// apart, what holds in the better and not in the worse.
//
// Cost: each statement evaluated in two states, at most. Tested by tests/brief.

#include "model/conflict.h"

namespace stasis::analysis {

/// The first statement of the party that holds in `better` and not in `worse` where all before tell them
/// apart not.
const model::Statement* decidingStatement(const model::Conflict& conflict, model::PartyId party,
                                          const model::Pattern& better, const model::Pattern& worse);

} // namespace stasis::analysis
