#include "report/telling/markdown.h"

namespace stasis::report {

std::string markdownText(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') { // a line end would end the row of a table
      out += "<br>";
      continue;
    }
    if (std::string_view("|\\`*_<>[]#").find(c) != std::string_view::npos)
      out += '\\';
    out += c;
  }
  return out;
}

std::string markdownRow(const std::vector<std::string>& cells) {
  std::string line = "|";
  for (const std::string& cell : cells)
    line += " " + cell + " |";
  return line + "\n";
}

std::string markdownHead(const std::vector<std::string>& titles) {
  return markdownRow(titles) + markdownRow(std::vector<std::string>(titles.size(), "---"));
}

} // namespace stasis::report
