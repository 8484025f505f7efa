#pragma once

// The result of an export: the text of a file for another program, or the errors that prevent it; warnings
// say what the file cannot express.

#include "language/codes/diagnostic.h"

#include <optional>
#include <string>

namespace stasis::exchange {

struct Written {
  std::optional<std::string> text; ///< present when there are no errors
  language::Diagnostics diagnostics;
};

} // namespace stasis::exchange
