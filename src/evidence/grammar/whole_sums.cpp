#include "evidence/grammar/whole_sums.h"

#include "evidence/grammar/wide.h"

#include <algorithm>
#include <cstring>
#if defined(__SSE2__)
#include <immintrin.h>
#endif

namespace stasis::evidence::grammar {

namespace {

using Block = std::int16_t __attribute__((vector_size(32)));
constexpr std::size_t block = sizeof(Block) / sizeof(std::int16_t);
constexpr std::size_t blocks = net::hidden / block;
static_assert(blocks * block == net::hidden);

constexpr std::size_t outputsAtOnce = 16;

/// sums[r] += a weights[2r] + b weights[2r + 1].
#if defined(STASIS_WIDE_IS_CHOSEN)
__attribute__((target("avx2"))) void addPair(std::int32_t pair, const std::int16_t* weights,
                                             std::size_t width, std::int32_t* sums) {
  const __m256i both = _mm256_set1_epi32(pair);
  for (std::size_t r = 0; r < width; r += 8) {
    const __m256i w = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(weights + 2 * r));
    auto* at = reinterpret_cast<__m256i*>(sums + r);
    _mm256_storeu_si256(at, _mm256_add_epi32(_mm256_loadu_si256(at), _mm256_madd_epi16(both, w)));
  }
}
__attribute__((target("default")))
#endif
void addPair(std::int32_t pair, const std::int16_t* weights, std::size_t width, std::int32_t* sums) {
#if defined(__SSE2__)
  const __m128i both = _mm_set1_epi32(pair);
  for (std::size_t r = 0; r < width; r += 4) {
    const __m128i w = _mm_loadu_si128(reinterpret_cast<const __m128i*>(weights + 2 * r));
    auto* at = reinterpret_cast<__m128i*>(sums + r);
    _mm_storeu_si128(at, _mm_add_epi32(_mm_loadu_si128(at), _mm_madd_epi16(both, w)));
  }
#else
  const auto a = static_cast<std::int16_t>(pair);
  const auto b = static_cast<std::int16_t>(pair >> 16);
  for (std::size_t r = 0; r < width; ++r)
    sums[r] += a * weights[2 * r] + b * weights[2 * r + 1];
#endif
}

} // namespace

STASIS_WIDE void sumRows(std::span<const std::int16_t* const> rows, HiddenSums& sums) {
  Block total[blocks] = {};
  for (const std::int16_t* row : rows)
    for (std::size_t b = 0; b < blocks; ++b) {
      Block part;
      std::memcpy(&part, row + b * block, sizeof part);
      total[b] += part;
    }
  std::memcpy(sums.data(), total, sizeof total);
}

STASIS_WIDE void weighted(std::span<const std::int8_t> values, const std::int8_t* weights,
                          std::array<std::int32_t, net::hidden>& sums) {
  constexpr std::size_t part = 32;
  for (std::size_t begin = 0; begin < net::hidden; begin += part) {
    std::int32_t total[part] = {};
    for (std::size_t i = 0; i < values.size(); i += 2) {
      const std::int16_t a = values[i];
      const std::int16_t b = values[i + 1];
      const std::int8_t* first = weights + i * net::hidden + begin;
      const std::int8_t* second = first + net::hidden;
      for (std::size_t j = 0; j < part; ++j) // two products of 7 bits fit in 16
        total[j] += static_cast<std::int16_t>(static_cast<std::int16_t>(a * first[j]) +
                                              static_cast<std::int16_t>(b * second[j]));
    }
    std::copy_n(total, part, sums.begin() + static_cast<std::ptrdiff_t>(begin));
  }
}

PairedWeights::PairedWeights(std::span<const std::int16_t> weights, std::span<const std::int32_t> bias)
    : width_((bias.size() + outputsAtOnce - 1) / outputsAtOnce * outputsAtOnce),
      bias_(bias.begin(), bias.end()), weights_(width_ * net::hidden) {
  bias_.resize(width_);
  for (std::size_t r = 0; r < bias.size(); ++r)
    for (std::size_t j = 0; j < net::hidden; ++j)
      weights_[(j / 2 * width_ + r) * 2 + j % 2] = weights[r * net::hidden + j];
}

void PairedWeights::products(const HiddenSums& hidden, std::vector<std::int32_t>& sums) const {
  sums.assign(bias_.begin(), bias_.end());
  for (std::size_t j = 0; j < net::hidden; j += 2) {
    std::int32_t pair;
    std::memcpy(&pair, hidden.data() + j, sizeof pair);
    if (pair != 0)
      addPair(pair, weights_.data() + j * width_, width_, sums.data());
  }
}

} // namespace stasis::evidence::grammar
