#pragma once

// Text taken from a PDF or an office file by common tools (pdftotext, pandoc, antiword). The tool is looked
// for when it is needed, and a note names it. The text is kept beside the file as `report.pdf.txt`
// (evidence/text/extract.h), but never replaces a file that is not such an extract. An extract of the same
// bytes is used again.

#include "evidence/text/extract.h"

#include <optional>
#include <string>
#include <string_view>

namespace stasis::cli {

class Console;

/// The path of the extract of a file with these bytes. None, after an error message, if it cannot be made.
std::optional<std::string> extractText(const std::string& file, std::string_view bytes,
                                       evidence::Converter converter, Console& console);

} // namespace stasis::cli
