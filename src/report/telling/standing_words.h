#pragma once

// The words and marks of how firmly something holds: one row for each way, the same in the terminal, in JSON,
// in the studio and in reports.
//
//   ● holds · ◕ holds by answers · ◔ holds by fear · ○ falls
//
// The word stands in tables and beside marks, `said` behind a subject in a sentence.

#include "stability/standing.h"

#include <array>
#include <string_view>

namespace stasis::report {

struct StandingWords {
  stability::Standing standing = stability::Standing::unknown;
  std::string_view key;     ///< in JSON: `itself`, `answers`, `fear`, `not`, `unknown`
  std::string_view mark;    ///< one character
  std::string_view word;    ///< `holds by fear`
  std::string_view said;    ///< `holds by fear`, `does not hold`
  std::string_view meaning; ///< a sentence without its full stop
  std::string_view source;  ///< the concepts behind it, for those who know them
};

/// Most firmly first, without `unknown`.
const std::array<StandingWords, 4>& standingTable();

const StandingWords& wordsOf(stability::Standing standing);

} // namespace stasis::report
