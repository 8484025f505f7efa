#pragma once

// The tagger's weights: for each feature, the few tag classes for or against which it counts. Features lie in
// buckets by the upper bits of their hash. A bucket has first their number, then the lower 16 bits of each
// hash, then the number of weights of each, then the weights as (class, weight) pairs of bytes. A look-up
// reads the directory once and the bucket once. A feature that is not in the table is mistaken for another
// about once in ten thousand times.

#include <cstdint>
#include <cstring>
#include <span>

namespace stasis::evidence::grammar {

class WeightTable {
public:
  static constexpr std::uint32_t bucketBits = 14;

  WeightTable() = default;
  /// `directory`: where each bucket begins in `bytes`, and the end.
  WeightTable(std::span<const std::uint32_t> directory, std::span<const std::uint8_t> bytes)
      : directory_(directory), bytes_(bytes) {}

  /// The bucket in which a feature is looked up. It is prefetched.
  const std::uint8_t* bucketOf(std::uint32_t hash) const {
    const std::uint8_t* bucket = bytes_.data() + directory_[hash >> (32 - bucketBits)];
    __builtin_prefetch(bucket);
    return bucket;
  }

  /// Adds the weights of a feature, each shifted to the left, to the scores by class (256 of them).
  static void add(const std::uint8_t* bucket, std::uint32_t hash, int shift, std::int32_t* scores) {
    const std::uint8_t* at = bucket;
    const std::size_t features = *at++;
    const auto wanted = static_cast<std::uint16_t>(hash);
    const std::uint8_t* counts = at + 2 * features;
    const std::uint8_t* weights = counts + features;
    for (std::size_t f = 0; f < features; weights += 2 * counts[f], ++f) {
      std::uint16_t mark;
      std::memcpy(&mark, at + 2 * f, 2);
      if (mark == wanted)
        return addWeights(weights, counts[f], shift, scores);
    }
  }

  /// True if every bucket ends where the next begins; `add` relies on this.
  bool isSound() const;

private:
  static void addWeights(const std::uint8_t* weights, std::size_t count, int shift, std::int32_t* scores) {
    for (std::size_t i = 0; i < count; ++i)
      scores[weights[2 * i]] +=
          static_cast<std::int32_t>(static_cast<std::int8_t>(weights[2 * i + 1])) * (1 << shift);
  }

  std::span<const std::uint32_t> directory_;
  std::span<const std::uint8_t> bytes_;
};

} // namespace stasis::evidence::grammar
