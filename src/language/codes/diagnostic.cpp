#include "language/codes/diagnostic.h"

#include <algorithm>
#include <tuple>

namespace stasis::language {

bool hasErrors(const Diagnostics& diagnostics) {
  return std::ranges::any_of(diagnostics, [](const Diagnostic& d) { return d.severity == Severity::error; });
}

Diagnostic& Diagnostic::mend(model::Range where, std::string replacement) {
  fixIsSafe = fix.empty() || fixIsSafe;
  fix.push_back({where, std::move(replacement)});
  return *this;
}

Diagnostic& Diagnostic::propose(model::Range where, std::string replacement) {
  fix.push_back({where, std::move(replacement)});
  fixIsSafe = false;
  return *this;
}

void silence(Diagnostics& diagnostics, const std::vector<std::string>& allowed) {
  std::erase_if(diagnostics, [&](const Diagnostic& d) {
    return d.severity == Severity::warning && std::ranges::find(allowed, d.code) != allowed.end();
  });
}

void sortByPlace(Diagnostics& diagnostics) {
  std::ranges::stable_sort(diagnostics, {}, [](const Diagnostic& d) {
    return std::tuple(d.range.begin, d.severity == Severity::warning, d.range.end);
  });
}

} // namespace stasis::language
