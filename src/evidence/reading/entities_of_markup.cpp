#include "evidence/reading/entities_of_markup.h"

#include <array>
#include <charconv>
#include <utility>

namespace stasis::evidence {

namespace {

constexpr std::size_t longestReference = 12;

constexpr std::array<std::pair<std::string_view, std::string_view>, 46> named = {{
    {"amp", "&"},         {"lt", "<"},          {"gt", ">"},          {"quot", "\""},
    {"apos", "'"},        {"nbsp", "\u00A0"},   {"ldquo", "\u201C"},  {"rdquo", "\u201D"},
    {"bdquo", "\u201E"},  {"lsquo", "\u2018"},  {"rsquo", "\u2019"},  {"sbquo", "\u201A"},
    {"laquo", "\u00AB"},  {"raquo", "\u00BB"},  {"mdash", "\u2014"},  {"ndash", "\u2013"},
    {"hellip", "\u2026"}, {"shy", "\u00AD"},    {"thinsp", "\u2009"}, {"ensp", "\u2002"},
    {"emsp", "\u2003"},   {"zwnj", "\u200C"},   {"zwj", "\u200D"},    {"euro", "\u20AC"},
    {"pound", "\u00A3"},  {"yen", "\u00A5"},    {"cent", "\u00A2"},   {"copy", "\u00A9"},
    {"reg", "\u00AE"},    {"trade", "\u2122"},  {"deg", "\u00B0"},    {"middot", "\u00B7"},
    {"bull", "\u2022"},   {"frac12", "\u00BD"}, {"eacute", "\u00E9"}, {"egrave", "\u00E8"},
    {"aacute", "\u00E1"}, {"iacute", "\u00ED"}, {"oacute", "\u00F3"}, {"uacute", "\u00FA"},
    {"ouml", "\u00F6"},   {"uuml", "\u00FC"},   {"auml", "\u00E4"},   {"ccedil", "\u00E7"},
    {"ntilde", "\u00F1"}, {"oslash", "\u00F8"},
}};

std::string inUtf8(std::uint32_t c) {
  std::string text;
  if (c < 0x80U) {
    text += static_cast<char>(c);
  } else if (c < 0x800U) {
    text += static_cast<char>(0xC0U | (c >> 6U));
    text += static_cast<char>(0x80U | (c & 0x3FU));
  } else if (c < 0x10000U) {
    text += static_cast<char>(0xE0U | (c >> 12U));
    text += static_cast<char>(0x80U | ((c >> 6U) & 0x3FU));
    text += static_cast<char>(0x80U | (c & 0x3FU));
  } else {
    text += static_cast<char>(0xF0U | (c >> 18U));
    text += static_cast<char>(0x80U | ((c >> 12U) & 0x3FU));
    text += static_cast<char>(0x80U | ((c >> 6U) & 0x3FU));
    text += static_cast<char>(0x80U | (c & 0x3FU));
  }
  return text;
}

std::string byNumber(std::string_view digits) {
  int base = 10;
  if (!digits.empty() && (digits[0] == 'x' || digits[0] == 'X')) {
    base = 16;
    digits.remove_prefix(1);
  }
  std::uint32_t c = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), c, base);
  if (digits.empty() || read.ec != std::errc() || read.ptr != digits.data() + digits.size())
    return {};
  if (c == 0 || c > 0x10FFFFU || (c >= 0xD800U && c <= 0xDFFFU))
    return {};
  // Windows-1252 in disguise: what pages mean by &#146; (HTML Living Standard, 13.2.5.80).
  switch (c) {
  case 0x85: return "\u2026";
  case 0x91: return "\u2018";
  case 0x92: return "\u2019";
  case 0x93: return "\u201C";
  case 0x94: return "\u201D";
  case 0x96: return "\u2013";
  case 0x97: return "\u2014";
  default: return inUtf8(c);
  }
}

} // namespace

MarkupEntity markupEntityAt(std::string_view text, std::size_t at) {
  const std::size_t end = text.substr(at, longestReference).find(';');
  if (end == std::string_view::npos || end < 2)
    return {};
  const std::string_view name = text.substr(at + 1, end - 1);
  if (name[0] == '#') {
    std::string character = byNumber(name.substr(1));
    return character.empty() ? MarkupEntity{} : MarkupEntity{std::move(character), end + 1};
  }
  for (const auto& [known, character] : named)
    if (known == name)
      return {std::string(character), end + 1};
  return {};
}

} // namespace stasis::evidence
