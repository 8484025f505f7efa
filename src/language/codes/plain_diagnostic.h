#pragma once

// A diagnostic with nothing but its code, place and message, for those who find problems outside the parser.

#include "language/codes/diagnostic.h"

#include <string>
#include <string_view>
#include <utility>

namespace stasis::language {

inline Diagnostic error(std::string_view code, model::Range range, std::string message) {
  return {Severity::error, code, range, std::move(message)};
}

inline Diagnostic warning(std::string_view code, model::Range range, std::string message) {
  return {Severity::warning, code, range, std::move(message)};
}

} // namespace stasis::language
