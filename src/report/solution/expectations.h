#pragma once

// The answer of `test`: for each expectation of each file, whether it is met, and otherwise what was found.

#include "analysis/states/expectations.h"
#include "language/lexing/source_text.h"
#include "report/telling/look.h"

#include <string>
#include <vector>

namespace stasis::report {

struct TestedFile {
  const language::SourceText* source = nullptr;
  std::vector<analysis::Verdict> verdicts;
  /// The path of a file that could not be read or has errors; it then has no source.
  std::string unreadable{};
  std::vector<std::string> problems{}; ///< what is wrong with the file, as JSON objects
};

/// The lines for one file: its unmet expectations, or `ok` and how many are met.
std::string testedText(const TestedFile& file, const Look& look);
/// `stasis/test-1`.
std::string testedJson(const std::vector<TestedFile>& files);

} // namespace stasis::report
