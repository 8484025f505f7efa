#include "language/lexing/token_scan.h"

#include "language/lexing/text_check.h"

#include <algorithm>
#include <utility>

namespace stasis::language {

Lexed TokenScan::run() {
  if (!checkText(source_, lexed_.problems)) {
    lexed_.isText = false;
    at_ = text_.size();
  } else {
    at_ = source_.startOf(1);
    while (at_ < text_.size())
      if (!borrowedLine())
        step();
  }
  finish();
  return std::move(lexed_);
}

void TokenScan::step() {
  const char c = peek();
  if (c == '\n')
    lineFeed();
  else if (isSpace(c))
    ++at_;
  else if (c == '#' && numbersStatement())
    statementNumber();
  else if (c == '#')
    comment();
  else if (isLetter(c) || beginsForeignName())
    word();
  else if (isDigit(c))
    number();
  else if (c == '"')
    string();
  else
    sign();
}

/// Where the line that begins here ends, or its comment begins.
std::size_t TokenScan::endOfWords() const {
  bool inText = false;
  std::size_t end = at_;
  for (; end < text_.size() && text_[end] != '\n' && (inText || text_[end] != '#'); ++end)
    inText = inText != (text_[end] == '"');
  return end;
}

bool TokenScan::borrowedLine() {
  if (!lines_ || at_ < asked_ || isSpace(peek()) || peek() == '\n')
    return false;
  if (peek() == '#') {
    lines_->heading(text_.substr(at_, std::min(text_.find('\n', at_), text_.size()) - at_));
    return false;
  }
  const std::size_t end = endOfWords();
  const bool begins = beginsLine() && (!inStatement_ || !continuesLine(last_));
  asked_ = end;
  if (!begins)
    return false;
  const std::size_t after = std::min(std::min(text_.find('\n', at_), text_.size()) + 1, text_.size());
  const std::string_view next = text_.substr(after, std::min(text_.find('\n', after), text_.size()) - after);
  const std::size_t margin = at_ - source_.startOf(source_.lineAt(at_));
  auto found =
      lines_->meant(text_.substr(at_, end - at_), next, statement_ == Word::prefer && margin > 0, margin > 0);
  if (!found)
    return false;
  lexed_.borrowed = true;
  std::size_t last = end;
  while (last > at_ && isSpace(text_[last - 1]))
    --last;
  const model::Range range{at_, last};
  auto& d = lexed_.problems.error("S0302", range, found->message);
  d.help = found->help;
  d.propose(found->lines.empty() ? model::Range{at_ - margin, last} : range,
            found->lines.starts_with("  ") && margin > 0 ? found->lines.substr(2) : found->lines);
  d.fixIsSafe = found->certain;
  if (!found->lines.empty())
    pushMeaning(found->lines, range);
  at_ = last;
  return true;
}

void TokenScan::pushMeaning(const std::string& lines, model::Range line) {
  const SourceText meaning("", lines);
  Lexed lexed = TokenScan(meaning, Lines::asWritten).run();
  while (!lexed.tokens.empty() &&
         (lexed.tokens.back().is(Kind::end) || lexed.tokens.back().is(Kind::lineEnd)))
    lexed.tokens.pop_back();
  for (const Token& meant : lexed.tokens) {
    if (meant.is(Kind::lineBreak) || meant.is(Kind::comment))
      continue;
    if (meant.is(Kind::lineEnd)) {
      lexed_.tokens.push_back({Kind::lineEnd, Word::none_, {line.end, line.end}});
      continue;
    }
    at_ = line.begin;
    push(meant.kind, line.end - line.begin, meant.word);
    saying(std::string(meaning.text().substr(meant.range.begin, meant.range.end - meant.range.begin)), line);
  }
}

void TokenScan::push(Kind kind, std::size_t length, Word word) {
  const Token token{kind, word, {at_, at_ + length}};
  at_ += length;
  const bool amongWishes = statement_ == Word::prefer && (word == Word::never || word == Word::always) &&
                           source_.startOf(source_.lineAt(token.range.begin)) < token.range.begin;
  if (kind == Kind::keyword && beginsStatement(word) && !amongWishes)
    statement_ = word;
  const auto lineEnd = lastBreak_;
  if (lastBreak_)
    settleBreak(token);
  if (!inStatement_ || (lineEnd && lexed_.tokens[*lineEnd].is(Kind::lineEnd)))
    followDoubt(token);
  lexed_.tokens.push_back(token);
  beforeLast_ = std::exchange(last_, token);
  inStatement_ = true;
}

void TokenScan::comment() {
  std::size_t end = std::min(text_.find('\n', at_), text_.size());
  if (end > at_ && text_[end - 1] == '\r')
    --end;
  lexed_.tokens.push_back({Kind::comment, Word::none_, {at_, end}});
  at_ = end;
}

bool TokenScan::numbersStatement() const {
  return isDigit(peek(1)) && last_.is(Kind::name) && last_.range.end == at_ && beforeLast_.is(Word::because);
}

void TokenScan::statementNumber() {
  std::size_t length = 1;
  while (isDigit(peek(length)))
    ++length;
  push(Kind::statement, length);
}

void TokenScan::word() {
  const std::size_t plain = nameFrom(0);
  const std::size_t length = contraction(plain);
  const std::string_view spelling = text_.substr(at_, length);
  if (length > plain)
    return push(Kind::name, length);
  if (std::ranges::any_of(spelling, isForeign))
    return foreignName(length);
  const Word word = wordOf(spelling);
  const bool begins = beginsLine();
  push(word == Word::none_ ? Kind::name : Kind::keyword, length, word);
  if (begins && (word == Word::conflict || word == Word::about))
    textWithoutMarks();
}

void TokenScan::number() {
  std::size_t length = 1;
  while (isDigit(peek(length)))
    ++length;
  if (peek(length) == '.' && isDigit(peek(length + 1))) {
    ++length;
    while (isDigit(peek(length)))
      ++length;
  }
  const std::size_t whole = nameFrom(length);
  if (whole == length)
    return push(Kind::number, length);
  length = whole;
  const model::Range range{at_, at_ + length};
  lexed_.problems.error("S0109", range, '`' + spelled(range) + "` is neither a number nor a name").help =
      "a name begins with a letter or `_`";
  push(Kind::malformed, length);
}

std::size_t TokenScan::restOfLine() const {
  std::size_t end = std::min(text_.find('\n', at_), text_.size());
  while (end > at_ + 1 && isSpace(text_[end - 1]))
    --end;
  return end - at_;
}

void TokenScan::string() {
  const std::size_t rest = restOfLine();
  for (std::size_t length = 1; length < rest; ++length) {
    const char c = peek(length);
    if (c == '"')
      return push(Kind::string, length + 1);
    if (c == '\\' && length + 1 < rest)
      checkEscape(length++);
  }
  auto& d = lexed_.problems.error("S0106", {at_, at_ + rest}, "this text has no closing `\"`");
  d.help = "close it with `\"` on the same line";
  if (rest > 1 && text_.substr(at_, rest).find('#') == std::string_view::npos &&
      text_[at_ + rest - 1] != '\\')
    d.propose({at_ + rest, at_ + rest}, "\"");
  push(Kind::string, rest);
}

void TokenScan::checkEscape(std::size_t backslash) {
  const char next = peek(backslash + 1);
  if (next == '"' || next == '\\' || next == 'n')
    return;
  const std::size_t begin = at_ + backslash;
  const model::Range range{begin, begin + 1 + codePointAt(text_, begin + 1).length};
  lexed_.problems.error("S0108", range, '`' + spelled(range) + "` means nothing").help =
      R"(after a backslash write `"`, `\` or `n`; for a backslash itself write `\\`)";
}

void TokenScan::sign() {
  if (looksAt("<->"))
    return push(Kind::doubleArrow, 3);
  if (statement_ == Word::rank && !beginsLine() && (looksAt("->") || looksAt("→")))
    return arrowInRanking();
  if (looksAt("->"))
    return push(Kind::arrow, 2);
  if (looksAt(">>"))
    return push(Kind::muchGreater, 2);
  if (looksAt("//"))
    return otherComment(2);
  if (looksAt("/*"))
    return blockComment();
  if (looksAt("--") && (beginsLine() || isSpace(text_[at_ - 1])) && isSpace(peek(2)) &&
      statement_ != Word::states)
    return otherComment(2);
  if (peek() == '%' && !last_.is(Kind::number) && (peek(1) == ' ' || peek(1) == '%'))
    return otherComment(1);
  if (const std::size_t length = comparison(); length > 0)
    return push(Kind::equals, length);
  if (joinsNames())
    return push(Kind::joint, looksAt("::") ? 2 : 1);
  if (looksAt(leftMark) || looksAt(rightMark) || looksAt("„") || looksAt("«") || peek() == '\'' ||
      looksAt("‘"))
    return otherMarks();
  if (beginsLine() && (looksAt("•") || looksAt("◦") || looksAt("▪") || looksAt("·")))
    return push(Kind::star, codePointAt(text_, at_).length);
  if ((peek() == '!' || (peek() == '?' && !inDoubt_)) && endsThing(1))
    return needless({static_cast<unsigned char>(peek()), 1, true});
  if (looksAt("==") && (statement_ == Word::expect || statement_ == Word::define))
    return doubled();
  if (const Lookalike* other = lookalikeAt(text_.substr(at_)); other != nullptr && leftToParser(*other))
    return push(other->kind, other->sign.size());
  else if (other != nullptr)
    return lookalike(*other);
  switch (peek()) {
  case ',': return push(Kind::comma, 1);
  case '.': return push(Kind::dot, 1);
  case '*': return push(Kind::star, 1);
  case '(': return push(Kind::leftParen, 1);
  case ')': return push(Kind::rightParen, 1);
  case '=': return push(Kind::equals, 1);
  case '|': return push(Kind::bar, 1);
  case '>': return push(Kind::greater, 1);
  case '~': return push(Kind::tilde, 1);
  case '-': return push(Kind::dash, 1);
  case '+': return push(Kind::plus, 1);
  case '?': return inDoubt_ ? push(Kind::question, 1) : unknown();
  case '{':
  case '}':
  case '[':
  case ']': return push(Kind::brace, 1);
  default: return unknown();
  }
}

bool TokenScan::joinsNames() const {
  const std::size_t length = looksAt("::") ? 2 : looksAt(":") || looksAt("/") ? 1 : 0;
  const bool behind = last_.is(Kind::name) || last_.is(Kind::number) || last_.is(Kind::rightParen) ||
                      (peek() == '/' && (last_.is(Word::and_) || last_.is(Word::or_)));
  if (length == 0 || !behind || !inStatement_ || lastBreak_ ||
      (length == 1 && peek() == ':' && saidByParser()))
    return false;
  const std::size_t next = text_.find_first_not_of(" \t", at_ + length);
  return next != std::string_view::npos &&
         (isLetter(text_[next]) || isDigit(text_[next]) || isForeign(text_[next]) || text_[next] == '(');
}

void TokenScan::finish() {
  tellEndings();
  if (inStatement_ && !lastBreak_)
    lexed_.tokens.push_back({Kind::lineEnd, Word::none_, {text_.size(), text_.size()}});
  lexed_.tokens.push_back({Kind::end, Word::none_, {text_.size(), text_.size()}});
}

} // namespace stasis::language
