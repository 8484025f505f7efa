#include "language/lexing/text_check.h"

#include "language/lexing/utf8.h"

#include <algorithm>

namespace stasis::language {

namespace {

bool isControl(char32_t c) { return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7F; }

/// Share of bytes that no text has, among the first few thousand, above which a file is not text.
constexpr std::size_t sampleSize = 4096;
constexpr std::size_t strangeInSample = 20; // one in

bool mostlyStrange(std::string_view text) {
  const std::string_view sample = text.substr(0, sampleSize);
  std::size_t strange = 0;
  for (std::size_t i = 0; i < sample.size();) {
    const CodePoint c = codePointAt(sample, i);
    strange += !c.valid || isControl(c.value) ? 1 : 0;
    i += c.length;
  }
  return strange > 8 && strange * strangeInSample > sample.size();
}

bool reportOtherThanText(std::string_view text, Problems& problems) {
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
    problems.error("S0101", {0, 2}, "this file is UTF-16, not UTF-8 text").help =
        "save it again with the encoding UTF-8";
    return true;
  }
  const std::size_t begins = std::min(text.find_first_not_of(" \t\r\n"), text.size());
  const std::string_view mark = text.substr(begins, 2);
  if (mark == "<!" || mark == "<?" || text.substr(begins, 5) == "<html" ||
      text.substr(begins, 5) == "<HTML") {
    problems
        .error("S0101", {begins, begins + 2}, "this is a web page or another marked-up text, and no model")
        .help = "is this the file you meant? `stasis draft` makes a model of a report";
    return true;
  }
  const std::size_t nul = text.find('\0');
  if (nul == std::string_view::npos && !mostlyStrange(text))
    return false;
  const std::size_t at = nul == std::string_view::npos ? 0 : nul;
  auto& d = problems.error("S0101", {at, at + 1}, "this does not look like text");
  d.note = nul == std::string_view::npos ? "one byte in twenty or more is no character"
                                         : "there is a zero byte at offset " + std::to_string(nul);
  d.help = "a conflict is plain text in UTF-8; is this the file you meant, and saved so?";
  return true;
}

bool isStrayReturn(std::string_view text, std::size_t at) {
  return text[at] == '\r' && at + 1 < text.size() && text[at + 1] != '\n';
}

/// Every carriage return alone becomes a line feed, so that one fix mends a file whose lines all end so.
std::vector<Edit> lineFeeds(std::string_view text, std::size_t begin, std::size_t end) {
  std::vector<Edit> edits;
  for (std::size_t i = begin; i < end; ++i)
    if (isStrayReturn(text, i))
      edits.push_back({{i, i + 1}, "\n"});
  return edits;
}

/// The first byte of a line that is no UTF-8, and the first control character.
void checkLine(std::string_view text, std::size_t begin, std::size_t end, Problems& problems) {
  bool badByteSeen = false;
  bool controlSeen = false;
  for (std::size_t i = begin; i < end;) {
    const CodePoint c = codePointAt(text, i);
    if (!c.valid && !badByteSeen) {
      badByteSeen = true;
      problems.error("S0102", {i, i + 1}, "this byte is not UTF-8").help = "save the file as UTF-8";
    }
    const bool strayReturn = isStrayReturn(text, i);
    if (c.valid && (isControl(c.value) || strayReturn) && !controlSeen) {
      controlSeen = true;
      auto& d = problems.error("S0103", {i, i + 1}, "control character " + codePointName(c.value));
      d.help = strayReturn ? "end lines with a line feed" : "delete it";
      d.fix = strayReturn ? lineFeeds(text, i, end) : std::vector<Edit>{{{i, i + 1}, ""}};
    }
    i += c.length;
  }
}

bool isPlain(std::string_view line) {
  return std::ranges::all_of(line, [](char c) { return (c >= ' ' && c < 0x7F) || c == '\t'; });
}

} // namespace

bool checkText(const SourceText& source, Problems& problems) {
  const std::string_view text = source.text();
  if (reportOtherThanText(text, problems))
    return false;
  for (std::size_t line = 1; line <= source.lineCount(); ++line) {
    const std::size_t begin = source.startOf(line);
    const std::string_view bytes = source.line(line);
    if (!isPlain(bytes))
      checkLine(text, begin, begin + bytes.size(), problems);
  }
  return true;
}

} // namespace stasis::language
