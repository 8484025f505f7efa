#pragma once

// Adds what later reports say to a model that an analyst has edited, if the model does not have it: parties,
// options, preferences. Existing text stays byte for byte. New lines go after the block they belong to, or to
// the end. What the language does not allow (a party that ranks states, members of a family, a list of
// states) is added as comments.
//
// An option of the model is the same as one of the reports if their names agree, or if its label names the
// same deed. Parses the model twice. Tested on edited models: nothing is lost or added twice, and the result
// parses.

#include "drafting/draft.h"
#include "model/conflict.h"

namespace stasis::drafting {

/// `model` must be the conflict parsed from `text`. The counts are those of the additions.
Drafted keep(const std::string& text, const model::Conflict& model, const std::vector<DraftReport>& reports,
             std::size_t mostOptions = fewOptions);

} // namespace stasis::drafting
