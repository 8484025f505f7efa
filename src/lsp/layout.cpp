#include "lsp/layout.h"

#include "language/words/format.h"

#include <algorithm>

namespace stasis::lsp {

namespace {

/// The lines, each with its line end.
std::vector<std::string_view> linesOf(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

bool isBlank(std::string_view line) { return line.find_first_not_of(" \t\r\n") == std::string_view::npos; }

/// Compares the words alone: two lines with the same words are one line in two layouts.
bool sameWords(std::string_view a, std::string_view b) {
  const auto skip = [](std::string_view s, std::size_t at) {
    while (at < s.size() && isBlank(s.substr(at, 1)))
      ++at;
    return at;
  };
  std::size_t i = skip(a, 0);
  std::size_t j = skip(b, 0);
  while (i < a.size() && j < b.size() && a[i] == b[j]) {
    i = skip(a, i + 1);
    j = skip(b, j + 1);
  }
  return i == a.size() && j == b.size();
}

} // namespace

std::optional<std::vector<language::Edit>> layout(const Reading& reading) {
  const auto formatted = language::format(reading.source());
  if (!formatted.text)
    return std::nullopt;
  const auto before = linesOf(reading.text());
  const auto after = linesOf(*formatted.text);
  std::vector<language::Edit> edits;
  const auto change = [&](std::size_t begin, std::size_t end, std::string_view with) {
    if (!edits.empty() && edits.back().range.end == begin) {
      edits.back().range.end = end;
      edits.back().replacement += with;
    } else {
      edits.push_back({{begin, end}, std::string(with)});
    }
  };
  std::size_t at = 0;
  std::size_t j = 0;
  for (std::size_t i = 0; i < before.size(); ++i) {
    const std::size_t end = at + before[i].size();
    if (isBlank(before[i]) && !(j < after.size() && isBlank(after[j]))) {
      change(at, end, ""); // one blank line too many
    } else {
      while (j < after.size() && isBlank(after[j]) && !isBlank(before[i]))
        change(at, at, after[j++]); // a missing blank line
      if (j == after.size() || !sameWords(before[i], after[j])) {
        edits.clear(); // the lines do not match: replace everything
        edits.push_back({{0, reading.text().size()}, *formatted.text});
        return edits;
      }
      if (before[i] != after[j])
        change(at, end, after[j]);
      ++j;
    }
    at = end;
  }
  while (j < after.size())
    change(at, at, after[j++]);
  return edits;
}

} // namespace stasis::lsp
