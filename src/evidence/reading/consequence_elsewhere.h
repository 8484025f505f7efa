#pragma once

// The other half of a conditional whose quotation is interrupted: “If they come,” he said, “we will fight.”

#include "evidence/ledger.h"

#include <optional>
#include <string_view>

namespace stasis::evidence {

/// The first clause of the quotation that continues after an attribution, if the one that ends at byte `end`
/// does. Looks a few hundred bytes ahead.
std::optional<Passage> consequenceElsewhere(std::string_view report, std::size_t end);

} // namespace stasis::evidence
