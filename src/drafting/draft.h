#pragma once

// A `.conflict` text to start from, drafted from reports: a party for everyone who acts or is acted on, an
// option for each thing threatened, promised, offered, refused or asked for, preferences for what was said
// outright, and the words of the report below every line. What could not be decided becomes a comment.
//
// The text parses, its citations are found, and it can be solved: the number of options is limited. O(size of
// the reports) for each citation. Tested on reports and on arbitrary bytes.

#include "evidence/ledger.h"

#include <string>
#include <string_view>
#include <vector>

namespace stasis::drafting {

struct DraftReport {
  std::string path; ///< as the model will name it: relative to its file; empty: the report has no path and
                    ///< cannot be cited
  std::string_view text;
  evidence::Ledger ledger;
};

inline constexpr std::size_t fewOptions = 20; ///< the default: a million states at most

struct Drafted {
  std::string text;
  std::size_t parties = 0;
  std::size_t options = 0;
  std::size_t wishes = 0;
  std::size_t unused = 0; ///< statements that became comments
};

Drafted draft(const std::vector<DraftReport>& reports, std::size_t mostOptions = fewOptions);

struct Sketch;

/// The same before it is text.
Sketch sketchOf(const std::vector<DraftReport>& reports, std::size_t mostOptions);

} // namespace stasis::drafting
