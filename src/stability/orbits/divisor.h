#pragma once

// Division of 32-bit numbers by a fixed divisor d, as one multiplication: with m = ⌊(2^64 - 1) / d⌋ the
// quotient of n is ⌊m (n + 1) / 2^64⌋, exact for all n and d below 2^32 (after Granlund and Montgomery,
// 1994). Tested in tests/stability/orbits/histograms_test.cpp.

#include <cstdint>
#include <limits>

namespace stasis::stability {

class Divisor {
public:
  /// From 1 to 2^32 - 1.
  explicit Divisor(std::uint32_t divisor)
      : divisor_(divisor), factor_(std::numeric_limits<std::uint64_t>::max() / divisor) {}

  std::uint32_t quotient(std::uint32_t number) const {
    __extension__ using Wide = unsigned __int128;
    return static_cast<std::uint32_t>((Wide{factor_} * (std::uint64_t{number} + 1)) >> 64);
  }
  std::uint32_t remainder(std::uint32_t number) const { return number - quotient(number) * divisor_; }
  std::uint32_t value() const { return divisor_; }

private:
  std::uint32_t divisor_;
  std::uint64_t factor_;
};

} // namespace stasis::stability
