#include "evidence/text/list_lines.h"

#include "model/trimmed.h"

namespace stasis::evidence {

std::vector<std::string_view> listLines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const auto end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    line = model::trimmed(line.substr(0, line.find('#')));
    if (!line.empty())
      lines.push_back(line);
  }
  return lines;
}

} // namespace stasis::evidence
