#include "cli/quantity.h"

#include <charconv>
#include <cmath>
#include <span>
#include <utility>

namespace stasis::cli {

namespace {

using Units = std::span<const std::pair<std::string_view, double>>;

std::optional<std::uint64_t> measured(std::string_view text, Units units) {
  double number = 0;
  const auto [rest, error] =
      std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
  if (error != std::errc() || !std::isfinite(number) || number < 0)
    return std::nullopt;
  const std::string_view unit = text.substr(static_cast<std::size_t>(rest - text.data()));
  for (const auto& [name, factor] : units)
    if (unit == name && number * factor < 1e18)
      return static_cast<std::uint64_t>(std::llround(number * factor));
  return std::nullopt;
}

} // namespace

std::optional<std::uint64_t> durationOf(std::string_view text) {
  static constexpr std::pair<std::string_view, double> units[] = {{"", 1e3},    {"ms", 1},  {"s", 1e3},
                                                                  {"min", 6e4}, {"m", 6e4}, {"h", 3.6e6}};
  return measured(text, units);
}

std::optional<std::uint64_t> bytesOf(std::string_view text) {
  constexpr double k = 1024;
  static constexpr std::pair<std::string_view, double> units[] = {{"", 1},
                                                                  {"B", 1},
                                                                  {"K", k},
                                                                  {"KB", k},
                                                                  {"KiB", k},
                                                                  {"M", k * k},
                                                                  {"MB", k * k},
                                                                  {"MiB", k * k},
                                                                  {"G", k * k * k},
                                                                  {"GB", k * k * k},
                                                                  {"GiB", k * k * k},
                                                                  {"T", k * k * k * k},
                                                                  {"TB", k * k * k * k},
                                                                  {"TiB", k * k * k * k}};
  return measured(text, units);
}

} // namespace stasis::cli
