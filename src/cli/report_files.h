#pragma once

// The files that hold the reports named on the command line: a file itself, the readable files of a folder or
// a ZIP archive, and the text taken from a PDF or office file.

#include "language/lexing/source_text.h"

#include <string>
#include <vector>

namespace stasis::cli {

class Console;

/// Every report below a folder, by name. None, after an error message, if there is none.
std::vector<std::string> reportsIn(const std::string& folder, bool& failed, Console& console);

/// The texts of one file. If one cannot be read, this is reported and `failed` is set.
std::vector<language::SourceText> reportTexts(const std::string& path, bool& failed, Console& console);

} // namespace stasis::cli
