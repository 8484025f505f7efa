#pragma once

// Sorts words by some of their bits and keeps the order of words that are equal in them: least significant
// digit first (Knuth, The Art of Computer Programming 3, 5.2.5). O(words) for each digit in which the words
// differ.

#include <cstdint>
#include <vector>

namespace stasis::stability {

/// Sorts by bits [fromBit, toBit). `scratch` is overwritten; it only saves allocations.
void radixSort(std::vector<std::uint64_t>& words, std::vector<std::uint64_t>& scratch, unsigned fromBit,
               unsigned toBit);

} // namespace stasis::stability
