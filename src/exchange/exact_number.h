#pragma once

// Exact numbers as game files and tables write them: `3`, `-2.50`, `.5`, `7/3`, `1.5e-2`. So 1/3 and 0.333
// differ, and 0.1 and 1/10 are equal.
//
// O(digits²) by GMP. Numbers of more than `longestNumber` characters or with an exponent beyond
// `largestExponent` are refused. Tested against fractions computed by hand.

#include <gmpxx.h>

#include <optional>
#include <string_view>

namespace stasis::exchange {

inline constexpr std::size_t longestNumber = 1000;
inline constexpr long largestExponent = 1000;

/// None if the text is not a number, divides by zero, or is too long.
std::optional<mpq_class> exactNumber(std::string_view text);

} // namespace stasis::exchange
