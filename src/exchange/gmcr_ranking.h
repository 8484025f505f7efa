#pragma once

// A manual ranking as `.gmcr` files write it: numbers of feasible states, best first, ties in an inner list.
// Some real files have rankings that no longer fit their states; each misfit is reported with its number.
//
// O(ranked states × log). Tested with the reader.

#include "exchange/gmcr_file.h"
#include "model/preference.h"

#include <cstdint>

namespace stasis::exchange {

/// `states`: the number of feasible states.
model::Ranking readRanking(const nlohmann::json& list, std::uint64_t states, GmcrFile& file);

} // namespace stasis::exchange
