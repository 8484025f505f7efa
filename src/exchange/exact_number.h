#pragma once

// Numbers as game files and tables write them, exactly: `3`, `-2.50`, `.5`, `7/3`, `1.5e-2`. So that 1/3 and
// 0.333 differ and 0.1 and 1/10 do not.
//
// O(digits²) by GMP; numbers of more than `longestNumber` characters or with an exponent beyond
// `largestExponent` are refused. Tested against fractions computed by hand.

#include <gmpxx.h>

#include <optional>
#include <string_view>

namespace stasis::exchange {

inline constexpr std::size_t longestNumber = 1000;
inline constexpr long largestExponent = 1000;

/// None if the text is no number, divides by nothing, or is too long.
std::optional<mpq_class> exactNumber(std::string_view text);

} // namespace stasis::exchange
