#pragma once

// How much memory an engine may use where nothing else is said.

#include <cstdint>

namespace stasis::stability {

/// Three quarters of the machine's memory, or of what its container may use.
std::uint64_t memoryToUse();

} // namespace stasis::stability
