#pragma once

// Random views of a conflict, of both levels and of every kind: other wishes and attitudes, constraints,
// options that somebody does not know, states that somebody does not see. A view may hide every state.

#include "model/view.h"
#include "support/dice.h"

namespace stasis::support {

/// Each party, and each pair of parties, may get a view. `states`: how many the conflict has.
model::Views randomViews(const model::Conflict& conflict, std::size_t states, Dice& dice);

} // namespace stasis::support
