#include "evidence/text/charset.h"

#include "evidence/text/phrases.h"
#include "language/lexing/loaded_library.h"

#include <uchardet/uchardet.h>

#include <algorithm>
#include <memory>

namespace stasis::evidence {

namespace {

constexpr std::size_t head = 4096;

bool isNameByte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == ':';
}

/// Too little for a detector to work on: a name and four quotation marks in English text are no sample.
bool isSparse(std::string_view bytes) {
  const auto beyond = static_cast<std::size_t>(
      std::ranges::count_if(bytes, [](char c) { return (static_cast<unsigned char>(c) & 0x80U) != 0; }));
  return beyond * 20 < bytes.size();
}

bool isWindows1252(std::string_view bytes) {
  return std::ranges::none_of(bytes, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte == 0x81U || byte == 0x8DU || byte == 0x8FU || byte == 0x90U || byte == 0x9DU;
  });
}

struct Detectors {
  language::LoadedLibrary library{STASIS_FILE_UCHARDET};
  decltype(uchardet_new)* make = nullptr;
  decltype(uchardet_delete)* remove = nullptr;
  decltype(uchardet_handle_data)* read = nullptr;
  decltype(uchardet_data_end)* end = nullptr;
  decltype(uchardet_get_charset)* charset = nullptr;

  Detectors() {
    library.find(make, "uchardet_new");
    library.find(remove, "uchardet_delete");
    library.find(read, "uchardet_handle_data");
    library.find(end, "uchardet_data_end");
    library.find(charset, "uchardet_get_charset");
    library.demand();
  }
};

const Detectors& detectors() {
  static const Detectors loaded;
  return loaded;
}

} // namespace

std::optional<std::string> declaredCharset(std::string_view bytes) {
  const std::string first = inLowerCase(bytes.substr(0, head));
  const bool isMarkup = first.find("<meta") != std::string::npos || first.starts_with("<?xml");
  if (!isMarkup)
    return std::nullopt;
  for (const std::string_view key : {"charset=", "encoding="})
    if (std::size_t at = first.find(key); at != std::string::npos) {
      at += key.size();
      while (at < first.size() && (first[at] == '"' || first[at] == '\'' || first[at] == ' '))
        ++at;
      std::size_t end = at;
      while (end < first.size() && isNameByte(first[end]))
        ++end;
      if (end > at)
        return meantCharset(std::string_view(first).substr(at, end - at));
    }
  return std::nullopt;
}

std::optional<std::string> likelyCharset(std::string_view bytes) {
  if (isSparse(bytes) && isWindows1252(bytes))
    return "windows-1252";
  const Detectors& all = detectors();
  const std::unique_ptr<uchardet, decltype(all.remove)> detector(all.make(), all.remove);
  constexpr std::size_t sample = std::size_t{1} << 20U;
  if (all.read(detector.get(), bytes.data(), std::min(bytes.size(), sample)) != 0)
    return std::nullopt;
  all.end(detector.get());
  const std::string name = all.charset(detector.get());
  return name.empty() ? std::nullopt : std::optional(meantCharset(name));
}

std::string meantCharset(std::string_view name) {
  std::string lower = inLowerCase(name);
  if (lower == "iso-8859-1" || lower == "latin1" || lower == "us-ascii" || lower == "ascii" ||
      lower == "cp1252" || lower == "iso8859-1" || lower == "x-cp1252")
    return "windows-1252";
  if (lower == "utf8")
    return "utf-8";
  if (lower == "gb2312" || lower == "gbk")
    return "gb18030";
  return lower;
}

} // namespace stasis::evidence
