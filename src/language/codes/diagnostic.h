#pragma once

// A problem in a file, as data: what is wrong, where, and what would mend it. The library collects these and
// never prints; `report` renders them, `cli` chooses the exit code.

#include "model/range.h"

#include <string>
#include <string_view>
#include <vector>

namespace stasis::language {

enum class Severity { error, warning };

struct Diagnostic {
  Severity severity = Severity::error;
  std::string_view code; ///< `S0203`; a row of the table in codes.h
  model::Range range;    ///< the words at fault in the file the list belongs to
  std::string message;   ///< what is wrong, in the user's own names, no full stop
  std::string note;      ///< a second place or fact, may be empty
  std::string help;      ///< the likely fix, may be empty
};

using Diagnostics = std::vector<Diagnostic>;

bool hasErrors(const Diagnostics& diagnostics);

/// By place in the file; of the same place, errors first.
void sortByPlace(Diagnostics& diagnostics);

} // namespace stasis::language
