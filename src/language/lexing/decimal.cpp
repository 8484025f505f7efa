#include "language/lexing/decimal.h"

#include <algorithm>

namespace stasis::language {

int decimalsOf(std::string_view number) {
  const std::size_t point = number.find('.');
  if (point == std::string_view::npos)
    return 0;
  return static_cast<int>(std::min<std::size_t>(number.size() - point - 1, 1000));
}

std::optional<std::uint64_t> unitsOf(std::string_view number, int decimals) {
  const int written = decimalsOf(number);
  if (written > decimals)
    return std::nullopt;
  std::uint64_t units = 0;
  const auto add = [&units](unsigned digit) {
    if (units > (mostUnits - digit) / 10)
      return false;
    units = units * 10 + digit;
    return true;
  };
  for (const char c : number)
    if (c != '.' && !add(static_cast<unsigned>(c - '0')))
      return std::nullopt;
  for (int i = written; i < decimals; ++i)
    if (!add(0))
      return std::nullopt;
  return units;
}

std::optional<model::Odds> oddsOf(std::string_view number) {
  const auto units = number.empty() ? std::nullopt : unitsOf(number, mostDecimals);
  return units ? std::optional(model::Odds{static_cast<std::int64_t>(*units)}) : std::nullopt;
}

std::string decimalText(std::int64_t units, int decimals) {
  const std::uint64_t magnitude =
      units < 0 ? ~static_cast<std::uint64_t>(units) + 1 : static_cast<std::uint64_t>(units);
  std::string digits = std::to_string(magnitude);
  const auto places = static_cast<std::size_t>(decimals);
  if (digits.size() <= places)
    digits.insert(0, places + 1 - digits.size(), '0');
  if (places > 0)
    digits.insert(digits.size() - places, ".");
  return (units < 0 ? "-" : "") + digits;
}

} // namespace stasis::language
