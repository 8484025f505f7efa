#pragma once

// The answer of `test`: each expectation of each file, met or not, and what was found instead.

#include "analysis/states/expectations.h"
#include "language/lexing/source_text.h"
#include "report/telling/look.h"

#include <string>
#include <vector>

namespace stasis::report {

struct TestedFile {
  const language::SourceText* source = nullptr;
  std::vector<analysis::Verdict> verdicts;
  std::string
      unreadable{}; ///< the path of a file that could not be read or has errors; then there is no source
};

/// Lines for the file: the unmet expectations, or `ok` with their number.
std::string testedText(const TestedFile& file, const Look& look);
/// `stasis/test-1`.
std::string testedJson(const std::vector<TestedFile>& files);

} // namespace stasis::report
