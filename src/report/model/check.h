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
  /// A file that could not be read; why is said already, in JSON with its entry.
  static CheckedFile unreadable(std::string path, std::vector<std::string> problems) {
    CheckedFile file;
    file.path = std::move(path);
    file.problems = std::move(problems);
    return file;
  }
  std::string path;                  ///< of a file that could not be read, otherwise empty
  std::vector<std::string> problems; ///< the same: JSON objects
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
