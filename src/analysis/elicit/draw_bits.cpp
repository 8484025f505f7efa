#include "analysis/elicit/draw_bits.h"

#include <cmath>

namespace stasis::analysis {

namespace {

/// n · log2 n for 0 … DrawBits::most.
const std::array<double, DrawBits::most + 1>& timesLog() {
  static const auto table = [] {
    std::array<double, DrawBits::most + 1> values{};
    for (std::size_t n = 1; n <= DrawBits::most; ++n)
      values.at(n) = static_cast<double>(n) * std::log2(static_cast<double>(n));
    return values;
  }();
  return table;
}

} // namespace

double doubt(std::size_t yes, std::size_t all) {
  const auto& table = timesLog();
  return table[all] - table[yes] - table[all - yes];
}

double bitsSaid(const DrawBits& answer, std::size_t above, const DrawBits& asked, std::size_t yes,
                std::size_t drawn) {
  const std::size_t both = answer.common(asked);
  return (doubt(yes, drawn) - doubt(both, above) - doubt(yes - both, drawn - above)) /
         static_cast<double>(drawn);
}

} // namespace stasis::analysis
