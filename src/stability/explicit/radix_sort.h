#pragma once

// Words sorted by some of their bits, keeping the order of those equal in them: least significant digit first
// (Knuth, The Art of Computer Programming 3, 5.2.5). O(words) for each digit that is not the same in all.

#include <cstdint>
#include <vector>

namespace stasis::stability {

/// By bits [fromBit, toBit); `scratch` is overwritten and only saves allocations.
void radixSort(std::vector<std::uint64_t>& words, std::vector<std::uint64_t>& scratch, unsigned fromBit,
               unsigned toBit);

} // namespace stasis::stability
