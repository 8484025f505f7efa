#include "report/telling/printable.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <cwchar>
#include <utility>

namespace stasis::report {

namespace {

struct Decoded {
  std::uint32_t point = 0;
  std::size_t length = 1;
  bool valid = false;
};

// One UTF-8 sequence (RFC 3629: no overlong forms, no surrogates, at most U+10FFFF).
Decoded decode(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned lead = byte(0);
  if (lead < 0x80)
    return {lead, 1, true};
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || text.size() < length)
    return {};
  std::uint32_t point = lead & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0U) != 0x80)
      return {};
    point = point << 6U | (byte(i) & 0x3FU);
  }
  constexpr std::uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
  const bool surrogate = point >= 0xD800 && point <= 0xDFFF;
  if (point < least[length] || surrogate || point > 0x10FFFF)
    return {};
  return {point, length, true};
}

bool isControl(std::uint32_t point) {
  const bool directional = (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
  return point < 0x20 || (point >= 0x7F && point < 0xA0) || directional;
}

/// How many characters of ASCII the text begins with.
std::size_t asciiLength(std::string_view text) {
  std::size_t i = 0;
  for (std::uint64_t eight = 0; i + sizeof eight <= text.size(); i += sizeof eight) {
    std::memcpy(&eight, text.data() + i, sizeof eight);
    if ((eight & 0x8080808080808080U) != 0)
      break;
  }
  while (i < text.size() && static_cast<unsigned char>(text[i]) < 0x80)
    ++i;
  return i;
}

std::size_t columnsOf(std::uint32_t point) {
  if (point < 0x300)
    return 1;
  const int columns = wcwidth(static_cast<wchar_t>(point));
  return columns < 0 ? 1 : static_cast<std::size_t>(columns);
}

} // namespace

std::vector<Glyph> glyphs(std::string_view text) {
  std::vector<Glyph> result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const Decoded d = decode(text.substr(i));
    if (d.valid && (d.point == '\t' || d.point == '\n'))
      result.push_back({" ", 1, i});
    else if (!d.valid || isControl(d.point))
      result.push_back({"\xEF\xBF\xBD", 1, i});
    else
      result.push_back({std::string(text.substr(i, d.length)), columnsOf(d.point), i});
    i += d.length;
  }
  return result;
}

std::string printable(std::string_view text) {
  if (std::ranges::all_of(text, [](char c) { return c >= ' ' && c < 0x7F; })) // nearly all text
    return std::string(text);
  std::string shown;
  for (const Glyph& glyph : glyphs(text))
    shown += glyph.shown;
  return shown;
}

std::size_t width(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t i = 0; i < text.size();) {
    if (const std::size_t ascii = asciiLength(text.substr(i)); ascii > 0) { // nearly all text
      columns += ascii;
      i += ascii;
      continue;
    }
    const Decoded d = decode(text.substr(i));
    columns += d.valid ? columnsOf(d.point) : 1;
    i += d.length;
  }
  return columns;
}

std::string padRight(std::string_view text, std::size_t columns) {
  const std::size_t w = width(text);
  return std::string(text).append(columns > w ? columns - w : 0, ' ');
}

std::string padLeft(std::string_view text, std::size_t columns) {
  const std::size_t w = width(text);
  return std::string(columns > w ? columns - w : 0, ' ').append(text);
}

namespace {

/// How many bytes of the word fit, up to a whole character.
std::size_t bytesThatFit(std::string_view word, std::size_t columns) {
  std::size_t used = 0;
  std::size_t i = 0;
  while (i < word.size()) {
    const Decoded d = decode(word.substr(i));
    used += d.valid ? columnsOf(d.point) : 1;
    if (used > columns && i > 0)
      break;
    i += d.length;
  }
  return i;
}

} // namespace

std::vector<std::string> fold(std::string_view text, std::size_t columns) {
  std::vector<std::string> lines;
  std::string line;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t end = std::min(text.find(' ', i), text.size());
    std::string_view word = text.substr(i, end - i);
    if (!line.empty() && width(line) + 1 + width(word) > columns)
      lines.push_back(std::exchange(line, {}));
    while (width(word) > columns) {
      const std::size_t bytes = bytesThatFit(word, columns);
      lines.emplace_back(word.substr(0, bytes));
      word.remove_prefix(bytes);
    }
    if (!word.empty())
      line.append(line.empty() ? "" : " ").append(word);
    i = end + 1;
  }
  if (!line.empty())
    lines.push_back(line);
  return lines;
}

} // namespace stasis::report
