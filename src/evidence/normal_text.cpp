#include "evidence/normal_text.h"

#include "language/lexing/utf8.h"

namespace stasis::evidence {

namespace {

enum class Class : std::uint8_t { itself, space, nothing, quote, dash, ellipsis };

/// The characters are named as in The Unicode Standard, chapter 6 (General Punctuation), and Latin-1.
Class classOf(char32_t c) {
  switch (c) {
  case U'\t':
  case U'\n':
  case U'\v':
  case U'\f':
  case U'\r':
  case U' ':
  case U'\u0085':
  case U'\u00A0':
  case U'\u1680':
  case U'\u2028':
  case U'\u2029':
  case U'\u202F':
  case U'\u205F':
  case U'\u3000': return Class::space;
  case U'\u00AD': // soft hyphen
  case U'\u2060': // word joiner
  case U'\uFEFF': return Class::nothing;
  case U'"':
  case U'\'':
  case U'`':
  case U'\u00AB':
  case U'\u00B4':
  case U'\u00BB':
  case U'\u2032':
  case U'\u2033':
  case U'\u2039':
  case U'\u203A': return Class::quote;
  case U'-':
  case U'\u2212': // minus
  case U'\uFE58':
  case U'\uFE63':
  case U'\uFF0D': return Class::dash;
  case U'\u2026': return Class::ellipsis;
  default: break;
  }
  if (c >= U'\u2000' && c <= U'\u200A')
    return Class::space;
  if ((c >= U'\u200B' && c <= U'\u200F') || (c >= U'\u202A' && c <= U'\u202E') ||
      (c >= U'\u2066' && c <= U'\u2069'))
    return Class::nothing; // zero width, direction marks
  if (c >= U'\u2010' && c <= U'\u2015')
    return Class::dash;
  if (c >= U'\u2018' && c <= U'\u201F')
    return Class::quote;
  return Class::itself;
}

} // namespace

bool isWordByte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         (static_cast<unsigned char>(c) & 0x80U) != 0;
}

NormalText::NormalText(std::string_view text) : original_(text) {
  text_.reserve(text.size());
  from_.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto c = static_cast<unsigned char>(text[at]);
    if (isWordByte(text[at]) && c < 0x80U) { // by far the most
      add(text[at], at);
      ++at;
      continue;
    }
    const auto point = language::codePointAt(text, at);
    switch (point.valid ? classOf(point.value) : Class::itself) {
    case Class::itself:
      for (std::size_t i = 0; i < point.length; ++i)
        add(text[at + i], at);
      break;
    case Class::space:
      if (!text_.empty() && text_.back() != ' ' && text_.back() != '-')
        add(' ', at);
      break;
    case Class::nothing: break;
    case Class::quote: add('\'', at); break;
    case Class::dash:
      if (text_.ends_with(' ')) {
        text_.pop_back();
        from_.pop_back();
      }
      if (!text_.ends_with('-'))
        add('-', at);
      break;
    case Class::ellipsis:
      for (int dots = 0; dots < 3; ++dots)
        add('.', at);
      break;
    }
    at += point.length;
  }
}

void NormalText::add(char c, std::size_t from) {
  text_ += c;
  from_.push_back(static_cast<std::uint32_t>(from));
}

model::Range NormalText::original(model::Range range) const {
  const std::size_t last = from_[range.end - 1];
  return {from_[range.begin], last + language::codePointAt(original_, last).length};
}

} // namespace stasis::evidence
