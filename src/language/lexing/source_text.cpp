#include "language/lexing/source_text.h"

#include <algorithm>

namespace stasis::language {

SourceText::SourceText(std::string name, std::string text) : name_(std::move(name)), text_(std::move(text)) {
  starts_.push_back(text_.starts_with("\xEF\xBB\xBF") ? 3 : 0);
  for (std::size_t i = 0; i < text_.size(); ++i)
    if (text_[i] == '\n')
      starts_.push_back(i + 1);
}

std::size_t SourceText::lineAt(std::size_t offset) const {
  const auto after = std::ranges::upper_bound(starts_, std::max(offset, starts_.front()));
  return static_cast<std::size_t>(after - starts_.begin());
}

Place SourceText::place(std::size_t offset) const {
  offset = std::clamp(offset, starts_.front(), text_.size());
  const std::size_t line = lineAt(offset);
  const std::string_view before = text().substr(starts_[line - 1], offset - starts_[line - 1]);
  const auto characters = std::ranges::count_if(before, [](char c) { return (c & 0xC0) != 0x80; });
  return {line, static_cast<std::size_t>(characters) + 1};
}

std::string_view SourceText::line(std::size_t line) const {
  const std::size_t begin = starts_[line - 1];
  std::size_t end = line < starts_.size() ? starts_[line] - 1 : text_.size();
  if (end > begin && text_[end - 1] == '\r')
    --end;
  return text().substr(begin, end - begin);
}

} // namespace stasis::language
