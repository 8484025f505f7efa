#include "language/codes/diagnostic.h"

#include <algorithm>
#include <tuple>

namespace stasis::language {

bool hasErrors(const Diagnostics& diagnostics) {
  return std::ranges::any_of(diagnostics, [](const Diagnostic& d) { return d.severity == Severity::error; });
}

void sortByPlace(Diagnostics& diagnostics) {
  std::ranges::stable_sort(diagnostics, {}, [](const Diagnostic& d) {
    return std::tuple(d.range.begin, d.severity == Severity::warning, d.range.end);
  });
}

} // namespace stasis::language
