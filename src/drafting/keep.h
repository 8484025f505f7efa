#pragma once

// Adds to a model that an analyst has edited what later reports say and it does not have: parties, options,
// preferences. What is there stays byte for byte; new lines go behind the block they belong to, else to the
// end. What the language does not allow (a party that ranks states, members of a family, a list of states)
// is added as comments.
//
// An option of the model is that of the reports where names agree, or its label tells the same deed. Parses
// the model twice. Tested on models that were edited: nothing lost, nothing twice, the answer parses.

#include "drafting/draft.h"
#include "model/conflict.h"

namespace stasis::drafting {

/// `model` must be what `text` says. Counts are of what was added.
Drafted keep(const std::string& text, const model::Conflict& model, const std::vector<DraftReport>& reports,
             std::size_t mostOptions = fewOptions);

} // namespace stasis::drafting
