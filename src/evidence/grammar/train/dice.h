#pragma once

// Random numbers for training: SplitMix64 (Steele, Lea, Flood 2014), the same on every machine, unlike the
// distributions of the standard library. O(1).

#include <cstdint>
#include <utility>
#include <vector>

namespace stasis::evidence::grammar::train {

class Dice {
public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ULL);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
  }
  /// Below `n`, which is not 0.
  std::uint32_t below(std::uint32_t n) { return static_cast<std::uint32_t>((next() >> 32) * n >> 32); }
  /// From 0 to below 1.
  float unit() { return static_cast<float>(next() >> 40) * 0x1p-24F; }
  bool happens(float chance) { return unit() < chance; }

  /// A random order (Fisher & Yates).
  template <class T> void shuffle(std::vector<T>& values) {
    for (std::size_t i = values.size(); i > 1; --i)
      std::swap(values[i - 1], values[below(static_cast<std::uint32_t>(i))]);
  }

private:
  std::uint64_t state_;
};

} // namespace stasis::evidence::grammar::train
