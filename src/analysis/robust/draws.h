#pragma once

// Random draws from a seed: the same on every machine. The generator is the 64-bit Mersenne twister
// (Matsumoto & Nishimura 1998), whose sequence the C++ standard fixes; distributions of the library are not
// fixed, so these are written here. Tested in tests/ask.

#include <gmpxx.h>

#include <cstdint>
#include <random>

namespace stasis::analysis {

class Draws {
public:
  explicit Draws(std::uint64_t seed) : generator_(seed) {}

  /// Uniform in 0 … n - 1; n is at least 1. Values beyond the last multiple of n are drawn again.
  std::uint64_t below(std::uint64_t n) {
    const std::uint64_t excess = (std::mt19937_64::max() % n + 1) % n;
    std::uint64_t drawn = generator_();
    while (drawn > std::mt19937_64::max() - excess)
      drawn = generator_();
    return drawn % n;
  }
  /// The same for n of any size.
  mpz_class below(const mpz_class& n) {
    const std::size_t bits = mpz_sizeinbase(n.get_mpz_t(), 2);
    for (;;) {
      mpz_class drawn = 0;
      for (std::size_t have = 0; have < bits; have += 32)
        drawn = (drawn << 32) + static_cast<unsigned long>(generator_() >> 32U);
      drawn >>= (32 - bits % 32) % 32;
      if (drawn < n)
        return drawn;
    }
  }
  bool coin() { return (generator_() >> 63U) != 0; }

private:
  std::mt19937_64 generator_;
};

} // namespace stasis::analysis
