#include "stability/cube/densify.h"

#include <algorithm>
#include <bit>

namespace stasis::stability {

std::uint64_t Densified::room() const {
  const std::uint64_t bound = std::clamp<std::uint64_t>(16 * ranks_.size(), 4096, std::uint64_t{1} << 27);
  return std::max<std::uint64_t>(2, bound / distinct_);
}

void Densified::refine(std::span<const std::uint32_t> digits, std::uint64_t radix) {
  if (radix <= room())
    return refineAtOnce(digits, radix);
  const std::uint64_t half = std::uint64_t{1} << std::bit_width(radix - 1) / 2;
  std::vector<std::uint32_t> part(digits.size());
  std::ranges::transform(digits, part.begin(), [&](auto d) { return static_cast<std::uint32_t>(d / half); });
  refine(part, (radix + half - 1) / half);
  std::ranges::transform(digits, part.begin(), [&](auto d) { return static_cast<std::uint32_t>(d % half); });
  refine(part, half);
}

void Densified::refineAtOnce(std::span<const std::uint32_t> digits, std::uint64_t radix) {
  const auto key = [&](std::size_t s) { return ranks_[s] * radix + digits[s]; };
  std::vector<std::uint64_t> present(distinct_ * radix / 64 + 1, 0);
  for (std::size_t s = 0; s < ranks_.size(); ++s)
    present[key(s) / 64] |= std::uint64_t{1} << key(s) % 64;
  std::vector<std::uint32_t> before(present.size());
  std::uint32_t sum = 0;
  for (std::size_t w = 0; w < present.size(); ++w) {
    before[w] = sum;
    sum += static_cast<std::uint32_t>(std::popcount(present[w]));
  }
  for (std::size_t s = 0; s < ranks_.size(); ++s) {
    const std::uint64_t k = key(s);
    const std::uint64_t smaller = present[k / 64] & ((std::uint64_t{1} << k % 64) - 1);
    ranks_[s] = before[k / 64] + static_cast<std::uint32_t>(std::popcount(smaller));
  }
  distinct_ = std::max(sum, std::uint32_t{1});
}

} // namespace stasis::stability
