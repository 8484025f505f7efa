#pragma once

// Deeds that no dispute turns on by themselves: `we will review it`, `will take a rational approach`
// (words/slight_deeds.txt). O(1). Tested by drafts.

#include "drafting/deed.h"

namespace stasis::drafting {

/// By its verb, or by its verb and object.
bool isSlight(const Deed& deed);

} // namespace stasis::drafting
