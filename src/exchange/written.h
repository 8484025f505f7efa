#pragma once

// What an export gives: the text of a file for another program, or why there is none; with warnings of what
// that program cannot be told.

#include "language/codes/diagnostic.h"

#include <optional>
#include <string>

namespace stasis::exchange {

struct Written {
  std::optional<std::string> text; ///< present when there are no errors
  language::Diagnostics diagnostics;
};

} // namespace stasis::exchange
