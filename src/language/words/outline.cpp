#include "language/words/outline.h"

#include "language/lexing/lexer.h"
#include "language/parsing/parser.h"

#include <algorithm>

namespace stasis::language {

using model::Range;

Outline::Outline(const SourceText& source) : source_(source) {
  Lexed lexed = lex(source);
  wellFormed_ = lexed.isText && lexed.problems.errors() == 0;
  if (!lexed.isText)
    return;
  addLines(lexed.tokens);
  Problems problems;
  TokenStream stream(source, lexed, problems);
  file_ = Parser(stream).run();
  file_.spellings = lexed.spellings;
  wellFormed_ = wellFormed_ && problems.errors() == 0;
}

void Outline::addLines(const std::vector<Token>& tokens) {
  const Token* first = nullptr; // of the statement, else a comment alone on its line
  for (const Token& token : tokens) {
    const bool ends = token.is(Kind::lineEnd) || token.is(Kind::end);
    const bool aloneEnds = token.is(Kind::lineBreak) && first != nullptr && first->is(Kind::comment);
    if (first != nullptr && (ends || aloneEnds)) {
      addLine(*first, token.range.end);
      first = nullptr;
    } else if (first == nullptr && !ends && !token.is(Kind::lineBreak)) {
      first = &token;
    }
  }
}

void Outline::addLine(const Token& first, std::size_t end) {
  const std::size_t begin = source_.startOf(source_.lineAt(first.range.begin));
  lines_.push_back(
      {{begin, end}, first.range.begin - begin, first.is(Kind::comment), first.is(Word::because)});
}

Range Outline::range(syntax::Words words) const {
  if (words.data() == nullptr)
    return {};
  if (const auto spelled = placeOf(words, *file_.spellings))
    return *spelled;
  const auto begin = static_cast<std::size_t>(words.data() - source_.text().data());
  return {begin, begin + words.size()};
}

Range Outline::line(syntax::Words words) const {
  const std::size_t place = range(words).begin;
  const auto after = std::ranges::upper_bound(lines_, place, {}, [](const Line& l) { return l.range.begin; });
  if (after == lines_.begin())
    return {};
  const auto here = static_cast<std::size_t>(after - lines_.begin()) - 1;
  Range whole = lines_[here].range;
  for (std::size_t below = here + 1; below < lines_.size(); ++below)
    if (lines_[below].because)
      whole.end = lines_[below].range.end;
    else if (!lines_[below].comment)
      break;
  whole.begin = withComments(here);
  return whole;
}

// Where the comments right above a statement in a block begin, or the statement itself.
std::size_t Outline::withComments(std::size_t statement) const {
  const Line& self = lines_[statement];
  std::size_t begin = self.range.begin;
  for (std::size_t above = statement; self.indent > 0 && above-- > 0;) {
    const Line& line = lines_[above];
    if (!line.comment || line.indent != self.indent || line.range.end != begin)
      break;
    begin = line.range.begin;
  }
  return begin;
}

} // namespace stasis::language
