#pragma once

// A spreadsheet file (`.xlsx`, `.ods`, `.xls`) as the CSV of its first sheet, by an installed converter:
// `ssconvert` of Gnumeric or LibreOffice's `soffice`. A note says which.
//
// The converter is a process of its own (tool.h). Tested with a converter of the tests' own on PATH.

#include "language/lexing/source_text.h"

#include <optional>
#include <string>

namespace stasis::cli {

class Console;

/// None, after an error message, if there is no converter or it fails.
std::optional<language::SourceText> readWorkbook(const std::string& path, Console& console);

} // namespace stasis::cli
