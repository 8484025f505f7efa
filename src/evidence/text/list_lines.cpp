#include "evidence/text/list_lines.h"

namespace stasis::evidence {

std::string_view withoutBlanks(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\r");
  return begin == std::string_view::npos ? std::string_view()
                                         : text.substr(begin, text.find_last_not_of(" \t\r") + 1 - begin);
}

std::vector<std::string_view> listLines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const auto end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    line = withoutBlanks(line.substr(0, line.find('#')));
    if (!line.empty())
      lines.push_back(line);
  }
  return lines;
}

} // namespace stasis::evidence
