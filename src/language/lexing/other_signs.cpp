// Signs, comments and marks of other languages, read as what they were meant for.
#include "language/lexing/token_scan.h"
#include "model/lower_case.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace stasis::language {

bool TokenScan::leftToParser(const Lookalike& other) const {
  if (other.kind == Kind::greater || other.kind == Kind::tilde)
    return statement_ == Word::prefer;
  if (other.kind != Kind::dash)
    return false;
  const std::size_t next = std::min(text_.find_first_not_of(' ', at_ + other.sign.size()), text_.size());
  const bool number = next < text_.size() && isDigit(text_[next]);
  return !number && statement_ != Word::states;
}

bool TokenScan::endsThing(std::size_t length) const {
  const char next = peek(length);
  const bool thing = last_.is(Kind::name) || last_.is(Kind::rightParen) || last_.is(Kind::string);
  return thing && last_.range.end == at_ &&
         (next == '\0' || isSpace(next) || next == '\n' || next == ')' || next == ',' || next == '!' ||
          next == '?');
}

// expect nash == peace
void TokenScan::doubled() {
  const model::Range range{at_, at_ + 2};
  lexed_.problems.error("S0104", range, "`==` is not a sign of this language").mend(range, "=").help =
      "write `=`";
  push(Kind::equals, 2);
}

std::size_t TokenScan::comparison() const {
  constexpr std::array<std::string_view, 11> signs{
      "===", "!==", "==", "!=", "<>", ">=", "<=", "≠", "≥", "≤", "<"};
  const auto sign = std::ranges::find_if(signs, [&](std::string_view s) { return looksAt(s); });
  if (sign == signs.end() || !(last_.is(Kind::name) || last_.is(Kind::rightParen)))
    return 0;
  const std::size_t next = std::min(text_.find_first_not_of(' ', at_ + sign->size()), text_.size());
  const std::string word =
      model::lowerCase(text_.substr(next, text_.find_first_of(" \t\r\n),;", next) - next));
  const bool value = word == "true" || word == "false" || word == "yes" || word == "no" || word == "taken";
  return value || (!word.empty() && isDigit(word[0])) ? sign->size() : 0;
}

std::string TokenScan::spaced(const Lookalike& other) const {
  const std::size_t end = at_ + other.sign.size();
  const bool word = other.kind == Kind::keyword;
  const bool before = word && other.word != Word::not_ && at_ > 0 && !isSpace(text_[at_ - 1]);
  const bool after = word && end < text_.size() && !isSpace(text_[end]) && text_[end] != '\n';
  return (before ? " " : "") + std::string(other.here) + (after ? " " : "");
}

void TokenScan::lookalike(const Lookalike& other) {
  const std::string here(other.here);
  const model::Range range{at_, at_ + other.sign.size()};
  lexed_.problems.error("S0104", range, '`' + std::string(other.sign) + "` is not a sign of this language")
      .mend(range, spaced(other))
      .help = "write `" + here + '`';
  push(other.kind, other.sign.size(), other.word);
}

void TokenScan::arrowInRanking() {
  const std::size_t length = looksAt("->") ? 2 : std::string_view("→").size();
  const model::Range range{at_, at_ + length};
  lexed_.problems.error("S0104", range, '`' + spelled(range) + "` is not a sign of a ranking")
      .propose(range, ">")
      .help = "write `>`: the better one stands first";
  push(Kind::greater, length);
}

// `// words`, `-- words`, `% words`
void TokenScan::otherComment(std::size_t length) {
  const model::Range range{at_, at_ + length};
  lexed_.problems.error("S0111", range, '`' + spelled(range) + "` does not begin a comment")
      .mend(range, "#")
      .help = "begin comments with `#`";
  comment();
}

// `/* words */`, over as many lines as it takes
void TokenScan::blockComment() {
  const std::size_t close = text_.find("*/", at_ + 2);
  const std::size_t end = close == std::string_view::npos ? text_.size() : close + 2;
  const model::Range open{at_, at_ + 2};
  auto& d = lexed_.problems.error("S0111", open, "`/*` does not begin a comment");
  d.help = "begin each line of a comment with `#`";
  const std::size_t next = text_.find_first_not_of(" \t\r", end);
  const bool endsLine = next == std::string_view::npos || text_[next] == '\n';
  if (endsLine && close != std::string_view::npos) {
    d.mend(open, "#");
    for (std::size_t line = text_.find('\n', at_); line < close; line = text_.find('\n', line + 1))
      if (text_.find_first_not_of(" \t\r", line + 1) < close)
        d.mend({line + 1, line + 1}, "# ");
    const std::size_t before = text_.find_last_not_of(" \t\r\n", close - 1);
    d.mend({std::max(open.end, before + 1), end}, "");
  } else if (close != std::string_view::npos) {
    d.mend({at_, end}, "").help = "begin comments with `#`, at the end of a line or on a line of their own";
    d.fixIsSafe = false;
  }
  while (at_ < end) {
    const std::size_t line = std::min(text_.find('\n', at_), end);
    if (line > at_)
      lexed_.tokens.push_back({Kind::comment, Word::none_, {at_, line}});
    at_ = line;
    if (at_ < end)
      lineFeed();
  }
}

// “Text” in marks that a word processor made, or in single ones, up to the mark that closes it.
void TokenScan::otherMarks() {
  const bool single = peek() == '\'' || looksAt("‘");
  const std::size_t open = codePointAt(text_, at_).length;
  const std::size_t rest = restOfLine();
  std::size_t length = open;
  bool closed = false;
  while (length < rest && !closed) {
    const std::string_view here = text_.substr(at_ + length, rest - length);
    closed = single ? here.starts_with('\'') || here.starts_with("’")
                    : here.starts_with('"') || here.starts_with(rightMark) || here.starts_with("“") ||
                          here.starts_with("»");
    length += codePointAt(text_, at_ + length).length;
  }
  auto& d = lexed_.problems.error("S0107", {at_, at_ + (closed ? length : open)},
                                  "text stands between `\"` marks, not these");
  d.help = "write `\"` before and after it";
  if (closed)
    d.mend({at_, at_ + length}, quoted(insideMarks(open, length)));
  push(Kind::string, length);
}

std::string_view TokenScan::insideMarks(std::size_t open, std::size_t length) const {
  std::size_t last = at_ + length - 1;
  while (last > at_ + open && (text_[last] & 0xC0) == 0x80)
    --last;
  return text_.substr(at_ + open, last - at_ - open);
}

} // namespace stasis::language
