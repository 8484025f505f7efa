#pragma once

// A `.conflict` text to start from, drafted from what reports say: a party for everyone who acts or is acted
// on, an option for each thing threatened, promised, offered, refused or asked for, what was said outright as
// preferences, and the words of the report below every line. What could not be decided is a comment.
//
// The text parses, its citations are found, and it solves: options are bounded. O(size of the reports per
// citation). Tested on reports and on any bytes.

#include "evidence/ledger.h"

#include <string>
#include <string_view>
#include <vector>

namespace stasis::drafting {

struct DraftReport {
  std::string
      path; ///< as the model is to name it: relative to its file; empty: it has none, so cannot be cited
  std::string_view text;
  evidence::Ledger ledger;
};

inline constexpr std::size_t fewOptions = 20; ///< by default: a million states at most

struct Drafted {
  std::string text;
  std::size_t parties = 0;
  std::size_t options = 0;
  std::size_t wishes = 0;
  std::size_t unused = 0; ///< statements that are comments
};

Drafted draft(const std::vector<DraftReport>& reports, std::size_t mostOptions = fewOptions);

struct Sketch;

/// The same before it is text.
Sketch sketchOf(const std::vector<DraftReport>& reports, std::size_t mostOptions);

} // namespace stasis::drafting
