#include "lsp/positions.h"

#include <algorithm>

namespace stasis::lsp {

namespace {

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }
/// A character beyond the Basic Multilingual Plane takes two units of UTF-16.
bool beginsPair(char byte) { return static_cast<unsigned char>(byte) >= 0xF0U; }

} // namespace

Positions::Positions(std::string_view text, Encoding encoding)
    : text_(text), encoding_(encoding), starts_{0} {
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] == '\n' || (text[i] == '\r' && !text.substr(i + 1).starts_with('\n')))
      starts_.push_back(i + 1);
}

model::Range Positions::line(std::size_t line) const {
  const std::size_t begin = starts_[line];
  std::size_t end = line + 1 < starts_.size() ? starts_[line + 1] : text_.size();
  if (line + 1 < starts_.size()) {
    --end;
    if (end > begin && text_[end] == '\n' && text_[end - 1] == '\r')
      --end;
  }
  return {begin, end};
}

std::size_t Positions::lineAt(std::size_t offset) const {
  return static_cast<std::size_t>(std::ranges::upper_bound(starts_, offset) - starts_.begin()) - 1;
}

std::size_t Positions::width(std::string_view words) const {
  if (encoding_ == Encoding::utf8)
    return words.size();
  std::size_t units = 0;
  for (const char byte : words)
    units += (continues(byte) ? 0U : 1U) + (beginsPair(byte) ? 1U : 0U);
  return units;
}

std::optional<std::size_t> Positions::offset(Position position) const {
  if (position.line >= starts_.size())
    return std::nullopt;
  const model::Range here = line(position.line);
  if (encoding_ == Encoding::utf8) {
    std::size_t at = std::min(position.character, here.end - here.begin) + here.begin;
    while (at > here.begin && at < here.end && continues(text_[at]))
      --at;
    return at;
  }
  std::size_t at = here.begin;
  for (std::size_t units = 0; at < here.end; ++at) {
    if (continues(text_[at]))
      continue;
    units += beginsPair(text_[at]) ? 2U : 1U;
    if (units > position.character)
      break;
  }
  return at;
}

Position Positions::position(std::size_t offset) const {
  offset = std::min(offset, text_.size());
  const std::size_t on = lineAt(offset);
  const model::Range here = line(on);
  return {on, width(text_.substr(here.begin, std::min(offset, here.end) - here.begin))};
}

} // namespace stasis::lsp
