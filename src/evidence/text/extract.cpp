#include "evidence/text/extract.h"

#include "evidence/text/phrases.h"

namespace stasis::evidence {

namespace {

constexpr std::string_view begins = "# The text of ";
constexpr std::string_view hash = ", sha256 ";
constexpr std::string_view by = ", taken by ";

} // namespace

std::string extractPath(const std::string& file) { return file + ".txt"; }

std::string headerLine(const ExtractHeader& header) {
  return std::string(begins) + header.file + std::string(hash) + header.sha256 + std::string(by) +
         header.tool + "\n";
}

std::optional<ExtractHeader> extractHeader(std::string_view text) {
  const std::string_view line = text.substr(0, text.find('\n'));
  const std::size_t hashAt = line.rfind(hash);
  const std::size_t byAt = line.rfind(by);
  constexpr std::size_t digits = 64;
  if (!line.starts_with(begins) || hashAt == std::string_view::npos || byAt != hashAt + hash.size() + digits)
    return std::nullopt;
  return ExtractHeader{std::string(line.substr(begins.size(), hashAt - begins.size())),
                       std::string(line.substr(hashAt + hash.size(), digits)),
                       std::string(line.substr(byAt + by.size()))};
}

std::optional<Converter> converterFor(std::string_view bytes, std::string_view name) {
  if (bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos)
    return Converter::pdftotext;
  if (bytes.starts_with("\xD0\xCF\x11\xE0") && inLowerCase(name).ends_with(".doc"))
    return Converter::antiword;
  if (bytes.starts_with("{\\rtf"))
    return Converter::pandoc;
  const std::string lower = inLowerCase(name);
  if (bytes.starts_with("PK"))
    for (const std::string_view ending : {".docx", ".odt", ".epub"})
      if (lower.ends_with(ending))
        return Converter::pandoc;
  return std::nullopt;
}

} // namespace stasis::evidence
