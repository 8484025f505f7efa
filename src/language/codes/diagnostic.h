#pragma once

// A problem in a file, as data: what is wrong, where, and what would mend it. The library collects these and
// never prints; `report` renders them, `cli` chooses the exit code.

#include "model/range.h"

#include <string>
#include <string_view>
#include <vector>

namespace stasis::language {

enum class Severity { error, warning };

/// Another place that has to do with the problem.
struct Related {
  model::Range range;
  std::string message;
};

/// A change of the text: these bytes become those. An empty range inserts.
struct Edit {
  model::Range range;
  std::string replacement;
  friend bool operator==(const Edit&, const Edit&) = default;
};

struct Diagnostic {
  Severity severity = Severity::error;
  std::string_view code;          ///< `S0203`; a row of the table in codes.h
  model::Range range;             ///< the words at fault in the file the list belongs to
  std::string message;            ///< what is wrong, in the user's own names, no full stop
  std::string note{};             ///< a second place or fact, may be empty
  std::string help{};             ///< the likely fix, may be empty
  std::vector<Related> related{}; ///< other places, in the same file
  std::vector<Edit> fix{};        ///< what mends it, by place and not overlapping; empty: not known
  bool fixIsSafe = false;         ///< the fix is what the text means for sure: `check --fix` makes it

  /// A change that mends it for sure.
  Diagnostic& mend(model::Range range, std::string replacement);
  /// A change that is likely meant.
  Diagnostic& propose(model::Range range, std::string replacement);
};

using Diagnostics = std::vector<Diagnostic>;

bool hasErrors(const Diagnostics& diagnostics);

/// Leaves out warnings whose code is allowed.
void silence(Diagnostics& diagnostics, const std::vector<std::string>& allowed);

/// By place in the file; of the same place, errors first.
void sortByPlace(Diagnostics& diagnostics);

} // namespace stasis::language
