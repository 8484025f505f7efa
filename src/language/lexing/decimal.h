#pragma once

// Decimal numbers as whole numbers of a small unit, so that sums of weights are exact: 2.50 with 3 decimals
// is 2500 units.

#include "model/preference.h"

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace stasis::language {

inline constexpr int mostDecimals = 9;
/// Sums of weights stay within this, and so within the integers.
inline constexpr std::uint64_t mostUnits = std::numeric_limits<std::int64_t>::max() / 2;

/// Digits after the point, as written.
int decimalsOf(std::string_view number);
/// The number in units of 10^-decimals; none if it has more decimals or passes mostUnits.
std::optional<std::uint64_t> unitsOf(std::string_view number, int decimals);
/// `12.50` for 1250 units of two decimals.
std::string decimalText(std::int64_t units, int decimals);
/// The odds that this number means, from 0 to 1; none for no number.
std::optional<model::Odds> oddsOf(std::string_view number);

} // namespace stasis::language
