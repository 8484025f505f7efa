#pragma once

// A ranking by hand as `.gmcr` files write it: numbers of feasible states, best first, ties in an inner list.
// Files in the wild have rankings that no longer fit their states; each misfit is reported with its number.
//
// O(ranked states × log). Tested with the reader.

#include "exchange/gmcr_file.h"
#include "model/preference.h"

#include <cstdint>

namespace stasis::exchange {

/// `states`: how many states are feasible.
model::Ranking readRanking(const nlohmann::json& list, std::uint64_t states, GmcrFile& file);

} // namespace stasis::exchange
