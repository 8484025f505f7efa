#pragma once

// Text taken from a PDF or an office file by the tools people have (pdftotext, pandoc, antiword), found when
// it is needed and named in a note. It is kept beside the file as `report.pdf.txt` (evidence/text/extract.h),
// never over a file that is no such extract; an extract of the same bytes is used as it is.

#include "evidence/text/extract.h"

#include <optional>
#include <string>
#include <string_view>

namespace stasis::cli {

class Console;

/// The path of the extract of a file with these bytes; none (and said) if there can be none.
std::optional<std::string> extractText(const std::string& file, std::string_view bytes,
                                       evidence::Converter converter, Console& console);

} // namespace stasis::cli
