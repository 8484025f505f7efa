// Names in any script, with apostrophes, and texts without marks.
#include "language/lexing/any_script.h"
#include "language/lexing/token_scan.h"

#include <utility>

namespace stasis::language {

bool TokenScan::beginsForeignName() const {
  if (!isForeign(peek()) || lookalikeAt(text_.substr(at_)) != nullptr)
    return false;
  const CodePoint c = codePointAt(text_, at_);
  return c.valid && c.value > 0xA9 && knowsAnyScript() && beginsName(c.value);
}

std::size_t TokenScan::nameFrom(std::size_t length) const {
  for (;;) {
    if (isLetter(peek(length)) || isDigit(peek(length))) {
      ++length;
      continue;
    }
    if (!isForeign(peek(length)) || lookalikeAt(text_.substr(at_ + length)) != nullptr)
      return length;
    const CodePoint c = codePointAt(text_, at_ + length);
    if (!c.valid || c.value <= 0xA9 || !knowsAnyScript() || !continuesName(c.value))
      return length;
    length += c.length;
  }
}

std::size_t TokenScan::contraction(std::size_t length) const {
  const std::string_view rest = text_.substr(at_ + length);
  const std::size_t mark = rest.starts_with('\'') ? 1 : rest.starts_with("’") ? 3 : 0;
  if (mark == 0)
    return length;
  if (mark == rest.size() || isSpace(rest[mark]) || rest[mark] == '\n') // `Nurses' Union`
    return length + mark;
  for (const std::string_view ending : {"t", "s", "re", "ll", "ve", "d"})
    if (rest.substr(mark).starts_with(ending))
      if (const std::size_t end = length + mark + ending.size(); nameFrom(end) == end && peek(end) != '\'')
        return end;
  return length;
}

// `about What the dispute is about; and why`: its signs are those of a text, whatever they mean elsewhere.
void TokenScan::textWithoutMarks() {
  const std::size_t begin = text_.find_first_not_of(" \t", at_);
  if (begin >= text_.size() || !(isLetter(text_[begin]) || isDigit(text_[begin])))
    return;
  at_ = begin;
  std::size_t length = restOfLine();
  const std::string_view rest = text_.substr(at_, length);
  if (const std::size_t mark = rest.find('"'); mark != std::string_view::npos && rest.ends_with('"') &&
                                               nameFrom(0) + 1 == mark &&
                                               rest.find('"', mark + 1) + 1 == length)
    return; // `conflict Elmira "Elmira groundwater"`: the parser says that a title has no name
  if (const std::size_t comment = rest.find(" #"); comment != std::string_view::npos)
    length = rest.find_last_not_of(" \t", comment) + 1;
  const model::Range range{at_, at_ + length};
  const std::string text = quoted(spelled(range));
  lexed_.problems.error("S0301", range, "a text stands between `\"` marks").mend(range, text).help =
      "write `" + (text.size() > 60 ? "\"…\"" : text) + '`';
  push(Kind::string, length);
  saying(text, range);
}

void TokenScan::saying(std::string words, model::Range range) {
  const auto* kept = &lexed_.spellings->emplace_back(Spelling{std::move(words), range}).composed;
  lexed_.tokens.back().composed = kept;
  last_.composed = kept;
}

void TokenScan::foreignName(std::size_t length) {
  const std::string_view written = text_.substr(at_, length);
  std::string name = composed(written);
  const model::Range range{at_, at_ + length};
  push(Kind::name, length);
  if (name != written)
    saying(std::move(name), range);
}

} // namespace stasis::language
