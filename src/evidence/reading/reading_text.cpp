#include "evidence/reading/reading_text.h"

#include "language/lexing/utf8.h"

#include <algorithm>

namespace stasis::evidence {

namespace {

enum class Class : std::uint8_t {
  itself,
  space,
  nothing,
  dash,
  ellipsis,
  openDouble,
  closeDouble,
  double_,
  openSingle,
  closeSingle
};

Class classOf(char32_t c) {
  switch (c) {
  case U'\u0085':
  case U'\u00A0':
  case U'\u1680':
  case U'\u2028':
  case U'\u2029':
  case U'\u202F':
  case U'\u205F':
  case U'\u3000': return Class::space;
  case U'\u00AD':
  case U'\u2060':
  case U'\uFEFF': return Class::nothing;
  case U'\u2012':
  case U'\u2013':
  case U'\u2014':
  case U'\u2015': return Class::dash;
  case U'\u2026': return Class::ellipsis;
  case U'\u201C':
  case U'\u201E':
  case U'\u201F':
  case U'\u00AB': return Class::openDouble;
  case U'\u201D':
  case U'\u00BB': return Class::closeDouble;
  case U'\u2033': return Class::double_;
  case U'\u2018':
  case U'\u201A':
  case U'\u201B': return Class::openSingle;
  case U'\u2019':
  case U'\u00B4':
  case U'\u2032': return Class::closeSingle;
  default: break;
  }
  if (c >= U'\u2000' && c <= U'\u200A')
    return Class::space;
  if ((c >= U'\u200B' && c <= U'\u200F') || (c >= U'\u202A' && c <= U'\u202E') ||
      (c >= U'\u2066' && c <= U'\u2069'))
    return Class::nothing;
  return Class::itself;
}

bool isBlank(char c) { return static_cast<unsigned char>(c) <= ' ' || c == '\x7F'; }

/// Where the white space that begins at `at` ends, or `at`.
std::size_t afterSpace(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    if (isBlank(text[at])) {
      ++at;
      continue;
    }
    if (static_cast<unsigned char>(text[at]) < 0x80U)
      break;
    const auto point = language::codePointAt(text, at);
    if (!point.valid || (classOf(point.value) != Class::space && classOf(point.value) != Class::nothing))
      break;
    at += point.length;
  }
  return at;
}

std::size_t breaksIn(std::string_view space) {
  std::size_t breaks = 0;
  for (std::size_t i = 0; i < space.size(); ++i)
    breaks += space[i] == '\n' || (space[i] == '\r' && (i + 1 == space.size() || space[i + 1] != '\n'));
  return breaks;
}

} // namespace

std::string plainMarks(std::string_view words) {
  std::string plain(words);
  for (char& c : plain) {
    if (c == mark::openDouble || c == mark::closeDouble)
      c = '"';
    else if (c == mark::openSingle || c == mark::closeSingle)
      c = '\'';
    else if (c == mark::dash)
      c = '-';
  }
  return plain;
}

ReadingText::ReadingText(std::string_view plain) {
  text_.reserve(plain.size());
  from_.reserve(plain.size() + 1);
  for (std::size_t at = 0; at < plain.size();) {
    const char c = plain[at];
    const auto byte = static_cast<unsigned char>(c);
    if (byte > ' ' && byte < 0x7FU && c != '`' && c != '\'') {
      add(c, at++);
      continue;
    }
    if (const std::size_t end = afterSpace(plain, at); end != at) {
      addSpace(plain, at, end);
      at = end;
      continue;
    }
    if (byte < 0x80U) { // '' and `` are double marks
      const bool twice = at + 1 < plain.size() && plain[at + 1] == c;
      add(twice ? mark::straightDouble : mark::straightSingle, at);
      at += twice ? 2 : 1;
      continue;
    }
    const auto point = language::codePointAt(plain, at);
    switch (point.valid ? classOf(point.value) : Class::itself) {
    case Class::space:
    case Class::nothing: break;
    case Class::itself:
      for (std::size_t i = 0; i < point.length; ++i)
        add(plain[at + i], at);
      break;
    case Class::dash: add(mark::dash, at); break;
    case Class::ellipsis:
      for (int dots = 0; dots < 3; ++dots)
        add('.', at);
      break;
    case Class::openDouble: add(mark::openDouble, at); break;
    case Class::closeDouble: add(mark::closeDouble, at); break;
    case Class::double_: add(mark::straightDouble, at); break;
    case Class::openSingle: add(mark::openSingle, at); break;
    case Class::closeSingle: add(mark::closeSingle, at); break;
    }
    at += point.length;
  }
  while (!text_.empty() && (text_.back() == ' ' || text_.back() == '\n')) {
    text_.pop_back();
    from_.pop_back();
  }
  std::size_t end = plain.size();
  while (end > 0 && isBlank(plain[end - 1]))
    --end;
  from_.push_back(static_cast<std::uint32_t>(end));
}

void ReadingText::add(char c, std::size_t from) {
  // "--" and " - " are dashes
  if (c == '-' && text_.ends_with('-')) {
    text_.back() = mark::dash;
    return;
  }
  text_ += c;
  from_.push_back(static_cast<std::uint32_t>(from));
}

void ReadingText::addSpace(std::string_view plain, std::size_t from, std::size_t to) {
  if (text_.ends_with(" -"))
    text_.back() = mark::dash;
  if (text_.empty() || text_.back() == '\n')
    return;
  const std::size_t breaks = breaksIn(plain.substr(from, to - from));
  const bool paragraph = breaks > 0;
  // what has no width inside a word is no space
  if (breaks == 0 && std::none_of(plain.begin() + static_cast<std::ptrdiff_t>(from),
                                  plain.begin() + static_cast<std::ptrdiff_t>(to), isBlank)) {
    bool wide = false;
    for (std::size_t at = from; at < to; at += language::codePointAt(plain, at).length)
      wide |= classOf(language::codePointAt(plain, at).value) == Class::space;
    if (!wide)
      return;
  }
  text_ += paragraph ? '\n' : ' ';
  from_.push_back(static_cast<std::uint32_t>(from));
}

std::vector<model::Range> ReadingText::paragraphs() const {
  std::vector<model::Range> found;
  for (std::size_t at = 0; at < text_.size();) {
    const std::size_t end = std::min(text_.find('\n', at), text_.size());
    if (end > at)
      found.push_back({at, end});
    at = end + 1;
  }
  return found;
}

} // namespace stasis::evidence
