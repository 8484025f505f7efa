#include "report/telling/folded_line.h"

#include <algorithm>

namespace stasis::report {

namespace {

std::size_t letters(std::string_view word) {
  return static_cast<std::size_t>(
      std::ranges::count_if(word, [](unsigned char c) { return (c & 0xC0U) != 0x80U; }));
}

} // namespace

std::string foldedLine(const std::string& line, std::size_t width, std::size_t indent) {
  std::string out(indent, ' ');
  std::size_t column = indent;
  for (std::size_t i = 0; i <= line.size();) {
    const std::size_t end = std::min(line.find(' ', i), line.size());
    const std::string word = line.substr(i, end - i);
    if (i > 0 && column + 1 + letters(word) > width) {
      out += '\n' + std::string(indent + 2, ' ');
      column = indent + 2;
    } else if (i > 0) {
      out += ' ';
      ++column;
    }
    out += word;
    column += letters(word);
    i = end + 1;
  }
  return out + '\n';
}

} // namespace stasis::report
