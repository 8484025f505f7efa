#pragma once

// A spreadsheet's own file (`.xlsx`, `.ods`, `.xls`) as the CSV of its first sheet, by a converter that is
// installed: `ssconvert` of Gnumeric or LibreOffice's `soffice`. Which one did it is said.
//
// A process of its own, ended after a minute. Tested with a converter of the tests' own on PATH.

#include "language/lexing/source_text.h"

#include <optional>
#include <string>

namespace stasis::cli {

class Console;

/// None (and said) if there is no converter or it fails.
std::optional<language::SourceText> readWorkbook(const std::string& path, Console& console);

} // namespace stasis::cli
