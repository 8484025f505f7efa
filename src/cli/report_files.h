#pragma once

// The files that hold the reports named on the command line: a file as it is, of a folder what can be read in
// it, of a ZIP archive the same, of a PDF or office file the text taken from it.

#include "language/lexing/source_text.h"

#include <string>
#include <vector>

namespace stasis::cli {

class Console;

/// Every report below a folder, by name; none (and said) where there is none.
std::vector<std::string> reportsIn(const std::string& folder, bool& failed, Console& console);

/// The texts of one file. What cannot be read is said, and `failed` is set.
std::vector<language::SourceText> reportTexts(const std::string& path, bool& failed, Console& console);

} // namespace stasis::cli
