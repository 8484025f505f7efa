#pragma once

// How much memory an engine may use by default.

#include <cstdint>

namespace stasis::stability {

/// Three quarters of the machine's memory, or of the limit of its container if that is smaller.
std::uint64_t memoryToUse();

} // namespace stasis::stability
