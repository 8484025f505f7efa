#pragma once

// Problems for programs: `stasis/problems-1`, which every verb prints in place of its answer if it has none
// and JSON is asked for. Also one problem as the other schemas list it.

#include "language/codes/diagnostic.h"
#include "language/lexing/source_text.h"

#include <string>
#include <vector>

namespace stasis::report {

/// One problem of a file as a JSON object: place, message, note, help, related places, fix.
std::string problemJson(const language::Diagnostic& diagnostic, const language::SourceText& source);
/// The same with the name of the file.
std::string problemJsonOfFile(const language::Diagnostic& diagnostic, const language::SourceText& source);
/// A problem without a place: of a command line, of a file that cannot be read, of a limit.
std::string problemJson(std::string_view message, std::string_view help);

/// `{"schema": "stasis/problems-1", "problems": […]}` of such objects.
std::string problemsJson(const std::vector<std::string>& problems);

} // namespace stasis::report
