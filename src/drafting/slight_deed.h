#pragma once

// Deeds that no dispute turns on by themselves: `we will review it`, `will take a rational approach`
// (words/slight_deeds.txt). O(1). Tested by drafts.

#include "drafting/deed.h"

namespace stasis::drafting {

/// Decided by the verb, or by the verb and its object.
bool isSlight(const Deed& deed);

} // namespace stasis::drafting
