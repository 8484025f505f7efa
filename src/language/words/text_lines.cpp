#include "language/words/text_lines.h"

namespace stasis::language {

namespace {

std::string_view withoutSpacesAtEnd(std::string_view comment) {
  return comment.substr(0, comment.find_last_not_of(" \t\r\f\v") + 1);
}

} // namespace

std::vector<TextLine> linesOf(const SourceText& source, std::span<const Token> tokens) {
  std::vector<TextLine> lines;
  TextLine line;
  bool open = false; // a statement has begun and not ended
  const auto finish = [&] {
    const bool blank = line.tokens.empty() && line.comment.empty();
    if (!blank)
      lines.push_back(std::move(line));
    line = {};
    line.blankAbove = blank && !lines.empty();
    line.continued = open;
  };
  for (const Token& token : tokens) {
    if (token.is(Kind::lineBreak) || token.is(Kind::lineEnd) || token.is(Kind::end)) {
      open = token.is(Kind::lineBreak) && (open || !line.tokens.empty());
      finish();
      continue;
    }
    if (token.is(Kind::comment)) {
      line.comment =
          withoutSpacesAtEnd(source.text().substr(token.range.begin, token.range.end - token.range.begin));
      line.commentColumn = source.place(token.range.begin).column;
    } else {
      line.tokens.push_back(token);
    }
  }
  return lines;
}

} // namespace stasis::language
