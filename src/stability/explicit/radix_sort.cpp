#include "stability/explicit/radix_sort.h"

#include <algorithm>
#include <array>

namespace stasis::stability {

namespace {

constexpr unsigned widestDigit = 11;

} // namespace

void radixSort(std::vector<std::uint64_t>& words, std::vector<std::uint64_t>& scratch, unsigned fromBit,
               unsigned toBit) {
  scratch.resize(words.size());
  // A digit's table must be small beside the list and stay in the nearest cache.
  const unsigned digit = words.size() >= 65536 ? widestDigit : words.size() >= 256 ? 8 : 5;
  for (unsigned bit = fromBit; bit < toBit; bit += digit) {
    const std::uint64_t mask = (std::uint64_t{1} << std::min(digit, toBit - bit)) - 1;
    std::array<std::uint32_t, std::size_t{1} << widestDigit> place{};
    for (const std::uint64_t word : words)
      ++place[word >> bit & mask];
    if (words.empty() || place[words.front() >> bit & mask] == words.size())
      continue;
    std::uint32_t sum = 0;
    for (std::size_t d = 0; d <= mask; ++d) {
      const std::uint32_t here = place[d];
      place[d] = sum;
      sum += here;
    }
    for (const std::uint64_t word : words)
      scratch[place[word >> bit & mask]++] = word;
    words.swap(scratch);
  }
}

} // namespace stasis::stability
