#pragma once

// The text taken from a file that is not text itself (a PDF, a document of an office suite), kept beside it
// as `report.pdf.txt`. Its first line says from which file it was taken, with its hash, and by what tool. So
// an extract can be recognised, and so can a stale one. Citations and offsets refer to the extract.
//
// Tested: what is written is read back; a file with any other first line is no extract.

#include <optional>
#include <string>
#include <string_view>

namespace stasis::evidence {

struct ExtractHeader {
  std::string file;   ///< the name of the file, without folders
  std::string sha256; ///< of the file
  std::string tool;   ///< `pdftotext 22.12.0`
};

/// `case/report.pdf` → `case/report.pdf.txt`.
std::string extractPath(const std::string& file);

std::string headerLine(const ExtractHeader& header);
/// What the first line says; none if the text is not an extract.
std::optional<ExtractHeader> extractHeader(std::string_view text);

/// The converter that takes the text from such a file; none for a text.
enum class Converter : unsigned char { pdftotext, pandoc, antiword };

/// Decided by the file's first bytes and its name.
std::optional<Converter> converterFor(std::string_view bytes, std::string_view name);

} // namespace stasis::evidence
