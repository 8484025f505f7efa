#pragma once

// The answer of `check`: one line for each file that has no problems, then what has no citation; for programs
// `stasis/check-1` with every diagnostic.

#include "evidence/citations.h"
#include "language/codes/diagnostic.h"
#include "language/lexing/source_text.h"
#include "report/telling/look.h"
#include "stability/solution.h"

#include <gmpxx.h>

#include <optional>
#include <string>
#include <vector>

namespace stasis::report {

struct CheckedFile {
  /// A file that could not be read; the problem has already been reported.
  static CheckedFile unreadable(std::string path) {
    CheckedFile file;
    file.path = std::move(path);
    return file;
  }
  std::string path; ///< of a file that could not be read, otherwise empty
  const language::SourceText* source = nullptr;
  const language::Diagnostics* diagnostics = nullptr;
  const model::Conflict* conflict = nullptr; ///< null where the text has errors
  bool denied = false;                       ///< warnings count as errors, and there are some
  std::optional<mpz_class> feasible;
  std::optional<stability::Stopped> stopped; ///< present if the check of the states was cut short
  std::size_t citations = 0;                 ///< found in their sources
  std::optional<evidence::Coverage> coverage;
  std::vector<evidence::UnusedStatement> unused; ///< shown with the coverage
};

std::string checkedText(const CheckedFile& file, const Look& look);
std::string checkedJson(const std::vector<CheckedFile>& files);

} // namespace stasis::report
