#include "language/lexing/lexer.h"

#include "language/lexing/any_script.h"
#include "language/lexing/lookalikes.h"
#include "language/lexing/text_check.h"
#include "language/lexing/utf8.h"
#include "language/lexing/word_character.h"

#include <algorithm>
#include <array>
#include <utility>

namespace stasis::language {

namespace {

bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isSpace(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v'; }

constexpr std::string_view leftMark = "“";
constexpr std::string_view rightMark = "”";

class Lexer {
public:
  explicit Lexer(const SourceText& source) : source_(source), text_(source.text()) {}

  Lexed run() {
    if (!checkText(source_, lexed_.problems)) {
      lexed_.isText = false;
      at_ = text_.size();
    } else {
      at_ = source_.startOf(1);
      while (at_ < text_.size())
        step();
    }
    finish();
    return std::move(lexed_);
  }

private:
  char peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
  bool looksAt(std::string_view words) const { return text_.substr(at_).starts_with(words); }
  std::string spelled(model::Range r) const { return std::string(text_.substr(r.begin, r.end - r.begin)); }

  void step() {
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

  /// Everything a statement is made of goes through here.
  void push(Kind kind, std::size_t length, Word word = Word::none_) {
    const Token token{kind, word, {at_, at_ + length}};
    at_ += length;
    if (kind == Kind::keyword && beginsStatement(word))
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

  /// `?` is a sign below `unsure` only: from the line that begins so to one that begins with a word of the
  /// language.
  void followDoubt(const Token& first) {
    if (spelled(first.range) == "unsure")
      inDoubt_ = true;
    else if (first.is(Kind::keyword))
      inDoubt_ = false;
  }

  // Whether a line end ends the statement is known when the next line begins.
  void settleBreak(const Token& next) {
    Token& lineEnd = lexed_.tokens[*lastBreak_];
    lastBreak_.reset();
    const bool nextBegins = next.is(Kind::keyword) && beginsStatement(next.word);
    const bool lastContinues = continuesLine(last_);
    if (next.is(Kind::tilde) && nameFollows() && statement_ != Word::rank && !lastContinues)
      return; // `~x`: the parser says that it is `not x`
    if (!lastContinues && next.is(Word::if_) && thenFollows())
      return;
    if (!nextBegins && (lastContinues || standsBetween(next)))
      lineEnd.kind = Kind::lineBreak;
    if (standsBetween(next) && !lastContinues)
      reportLeadingOperator(next);
  }

  bool nameFollows() const {
    const std::size_t at = text_.find_first_not_of(" \t", at_);
    return at != std::string_view::npos && isLetter(text_[at]);
  }

  /// `if A then B` and `if A, B` begin a line as English does; the parser says how they are written here.
  bool thenFollows() const {
    const std::string_view rest =
        text_.substr(at_, std::min(text_.find_first_of("\n#", at_), text_.size()) - at_);
    const std::size_t then = rest.find(" then ");
    const std::size_t comma = rest.find(',');
    const std::size_t colon = rest.find(':');
    if (colon != std::string_view::npos &&
        rest.find_first_not_of(" \t\r", colon + 1) != std::string_view::npos)
      return true;
    return then != std::string_view::npos || (comma != std::string_view::npos && rest.find(" of ") > comma);
  }

  void reportLeadingOperator(const Token& token) {
    const std::string sign = '`' + spelled(token.range) + '`';
    auto& d = lexed_.problems.error("S0110", token.range, "a line cannot begin with " + sign);
    d.help =
        "move " + sign + " to the end of the line before: a line that ends in a comma or an operator goes on";
    std::size_t end = token.range.end;
    while (end < text_.size() && (text_[end] == ' ' || text_[end] == '\t'))
      ++end;
    const std::string word = spelled(token.range);
    if (token.is(Word::if_)) { // what follows may belong to the line before, or to that below
      d.help += "; a wish stands before its `if`: `WISH if CONDITION`";
      return;
    }
    d.mend({last_.range.end, last_.range.end}, word == "," ? word : ' ' + word);
    d.mend({token.range.begin, end}, "");
  }

  void lineFeed() {
    const std::size_t length = 1;
    const bool first = inStatement_ && !lastBreak_;
    if (first)
      lastBreak_ = lexed_.tokens.size();
    lexed_.tokens.push_back({first ? Kind::lineEnd : Kind::lineBreak, Word::none_, {at_, at_ + length}});
    at_ += length;
  }

  void comment() {
    std::size_t end = std::min(text_.find('\n', at_), text_.size());
    if (end > at_ && text_[end - 1] == '\r')
      --end;
    lexed_.tokens.push_back({Kind::comment, Word::none_, {at_, end}});
    at_ = end;
  }

  /// The `#` of `because report#4`. A comment there would leave the citation without words, so none that
  /// meant anything becomes something else.
  bool numbersStatement() const {
    return isDigit(peek(1)) && last_.is(Kind::name) && last_.range.end == at_ &&
           beforeLast_.is(Word::because);
  }

  void statementNumber() {
    std::size_t length = 1;
    while (isDigit(peek(length)))
      ++length;
    push(Kind::statement, length);
  }

  static bool isForeign(char c) { return (c & 0x80) != 0; }

  /// A letter beyond ASCII; signs that stand for others here are none.
  bool beginsForeignName() const {
    if (!isForeign(peek()) || lookalikeAt(text_.substr(at_)) != nullptr)
      return false;
    const CodePoint c = codePointAt(text_, at_);
    return c.valid && c.value > 0xA9 && knowsAnyScript() && beginsName(c.value);
  }

  /// Bytes of the name, ASCII letters and digits and those of other scripts, from `length` on.
  std::size_t nameFrom(std::size_t length) const {
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

  /// `don't`, `France's`: an apostrophe is no mark of a text; the parser says how that is written here.
  std::size_t contraction(std::size_t length) const {
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

  void word() {
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

  /// Nothing of a statement stands before this place in its line.
  bool beginsLine() const { return !inStatement_ || lastBreak_; }

  // `about What the dispute is about; and why`: its signs are those of a text, whatever they mean elsewhere.
  void textWithoutMarks() {
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

  /// The last token says this.
  void saying(std::string words, model::Range range) {
    const auto* kept = &lexed_.spellings->emplace_back(Spelling{std::move(words), range}).composed;
    lexed_.tokens.back().composed = kept;
    last_.composed = kept;
  }

  void foreignName(std::size_t length) {
    const std::string_view written = text_.substr(at_, length);
    std::string name = composed(written);
    const model::Range range{at_, at_ + length};
    push(Kind::name, length);
    if (name != written)
      saying(std::move(name), range);
  }

  void number() {
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

  std::size_t restOfLine() const {
    std::size_t end = std::min(text_.find('\n', at_), text_.size());
    while (end > at_ + 1 && isSpace(text_[end - 1]))
      --end;
    return end - at_;
  }

  void string() {
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

  void checkEscape(std::size_t backslash) {
    const char next = peek(backslash + 1);
    if (next == '"' || next == '\\' || next == 'n')
      return;
    const std::size_t begin = at_ + backslash;
    const model::Range range{begin, begin + 1 + codePointAt(text_, begin + 1).length};
    lexed_.problems.error("S0108", range, '`' + spelled(range) + "` means nothing").help =
        R"(after a backslash write `"`, `\` or `n`; for a backslash itself write `\\`)";
  }

  void sign() {
    if (looksAt("<->"))
      return push(Kind::doubleArrow, 3);
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

  /// `A/x`, `A: x`, `A::x`, `x: yes`, behind a name in the same line.
  bool joinsNames() const {
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

  /// A sign whose line is wrong otherwise than in this sign: a dash joins or begins nothing but the letters
  /// of a state and a number; statements of `prefer` do not stand side by side.
  bool leftToParser(const Lookalike& other) const {
    if (other.kind == Kind::greater || other.kind == Kind::tilde)
      return statement_ == Word::prefer;
    if (other.kind != Kind::dash)
      return false;
    const std::size_t next = std::min(text_.find_first_not_of(' ', at_ + other.sign.size()), text_.size());
    const bool number = next < text_.size() && isDigit(text_[next]);
    return !number && statement_ != Word::states;
  }

  /// `x!`: behind a name, and nothing that it could deny follows.
  bool endsThing(std::size_t length) const {
    const char next = peek(length);
    const bool thing = last_.is(Kind::name) || last_.is(Kind::rightParen) || last_.is(Kind::string);
    return thing && last_.range.end == at_ &&
           (next == '\0' || isSpace(next) || next == '\n' || next == ')' || next == ',' || next == '!' ||
            next == '?');
  }

  // expect nash == peace
  void doubled() {
    const model::Range range{at_, at_ + 2};
    lexed_.problems.error("S0104", range, "`==` is not a sign of this language").mend(range, "=").help =
        "write `=`";
    push(Kind::equals, 2);
  }

  /// How long a sign is that compares an option with a value, `x != 0`, `x >= 1`, `x == true`: the parser
  /// says that an option alone is enough. 0: none stands here.
  std::size_t comparison() const {
    constexpr std::array<std::string_view, 9> signs{"==", "!=", "<>", ">=", "<=", "≠", "≥", "≤", "<"};
    const auto sign = std::ranges::find_if(signs, [&](std::string_view s) { return looksAt(s); });
    if (sign == signs.end() || !(last_.is(Kind::name) || last_.is(Kind::rightParen)))
      return 0;
    const std::size_t next = std::min(text_.find_first_not_of(' ', at_ + sign->size()), text_.size());
    const std::string_view word = text_.substr(next, text_.find_first_of(" \t\r\n),", next) - next);
    const bool value = word == "true" || word == "false" || word == "yes" || word == "no" || word == "taken";
    return value || (!word.empty() && isDigit(word[0])) ? sign->size() : 0;
  }

  /// The word with the spaces it needs where the sign touched what is beside it.
  std::string spaced(const Lookalike& other) const {
    const std::size_t end = at_ + other.sign.size();
    const bool word = other.kind == Kind::keyword;
    const bool before = word && other.word != Word::not_ && at_ > 0 && !isSpace(text_[at_ - 1]);
    const bool after = word && end < text_.size() && !isSpace(text_[end]) && text_[end] != '\n';
    return (before ? " " : "") + std::string(other.here) + (after ? " " : "");
  }

  void lookalike(const Lookalike& other) {
    const std::string here(other.here);
    const model::Range range{at_, at_ + other.sign.size()};
    lexed_.problems.error("S0104", range, '`' + std::string(other.sign) + "` is not a sign of this language")
        .mend(range, spaced(other))
        .help = "write `" + here + '`';
    push(other.kind, other.sign.size(), other.word);
  }

  // `// words`, `-- words`, `% words`
  void otherComment(std::size_t length) {
    const model::Range range{at_, at_ + length};
    lexed_.problems.error("S0111", range, '`' + spelled(range) + "` does not begin a comment")
        .mend(range, "#")
        .help = "begin comments with `#`";
    comment();
  }

  // `/* words */`, over as many lines as it takes
  void blockComment() {
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
  void otherMarks() {
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

  /// What stands between an opening mark and the closing one.
  std::string_view insideMarks(std::size_t open, std::size_t length) const {
    std::size_t last = at_ + length - 1;
    while (last > at_ + open && (text_[last] & 0xC0) == 0x80)
      --last;
    return text_.substr(at_ + open, last - at_ - open);
  }

  void unknown() {
    const CodePoint c = codePointAt(text_, at_);
    if (!c.valid || c.value < 0x20 || c.value == 0x7F) // the check of the text has told
      push(Kind::malformed, c.length);
    else if (isInvisible(c.value))
      invisible(c);
    else if (c.value >= 0x80)
      foreignSign();
    else if (c.value == ':' || c.value == ';')
      needless(c);
    else
      strangeSigns();
  }

  static bool isInvisible(char32_t c) {
    return c == 0xA0 || (c >= 0x2000 && c <= 0x200F) || (c >= 0x2028 && c <= 0x206F) || c == 0x3000 ||
           c == 0xFEFF;
  }

  void invisible(CodePoint c) {
    lexed_.problems
        .error("S0105", {at_, at_ + c.length},
               "the invisible character " + codePointName(c.value) + " stands here")
        .mend({at_, at_ + c.length}, " ")
        .help = "put an ordinary space, or nothing";
    at_ += c.length;
  }

  /// The first token of its line.
  bool beginsLine(const Token& token) const {
    const std::size_t line = source_.startOf(source_.place(token.range.begin).line);
    return text_.substr(line, token.range.begin - line).find_first_not_of(" \t") == std::string_view::npos;
  }

  /// `option x: words`: the parser says that the label has no marks; `1: x`: that statements have no numbers.
  bool saidByParser() const {
    const std::size_t next = text_.find_first_not_of(" \t", at_ + 1);
    const bool follows = next != std::string_view::npos &&
                         std::string_view("\r\n#").find(text_[next]) == std::string_view::npos;
    if (peek() != ':' || lastBreak_ || !follows)
      return false;
    if (last_.is(Kind::number))
      return beginsLine(last_);
    return last_.is(Kind::name) && (beforeLast_.is(Word::option) || beforeLast_.is(Word::party));
  }

  void needless(CodePoint c) {
    if (saidByParser()) {
      if (last_.is(Kind::number))
        ++at_;
      else
        push(Kind::dash, 1);
      return;
    }
    const model::Range range{at_, at_ + c.length};
    const std::size_t next = text_.find_first_not_of(" \t", range.end);
    if (peek() == ';' && !beginsLine()) {
      const std::string_view rest = next >= text_.size() ? std::string_view() : text_.substr(next);
      const bool last = rest.empty() || std::string_view("\r\n#%").find(rest[0]) < 4 ||
                        rest.starts_with("//") || rest.starts_with("/*") || rest.starts_with("-- ");
      const bool goesOn = rest.starts_with("irrevocable") || rest.starts_with("unresumable");
      if (!last && !goesOn && labelFollows(rest))
        return push(Kind::equals, 1); // the parser says how a label is written
      if (!last && !goesOn)
        return statementsOnOneLine(range, next);
      endings_.push_back(range);
      ++at_;
      return;
    }
    lexed_.problems.error("S0105", range, '`' + spelled(range) + "` has no meaning here")
        .mend(range, "")
        .help = "leave it out: a statement ends with its line";
    at_ += c.length;
  }

  /// `option dig ; dig deeper`: what follows the name is no statement.
  bool labelFollows(std::string_view rest) const {
    const bool named = last_.is(Kind::name) && (beforeLast_.is(Word::option) || beforeLast_.is(Word::party));
    const std::string_view first = rest.substr(0, std::min(rest.find_first_of(" \t\r\n"), rest.size()));
    return named && !beginsStatement(wordOf(first));
  }

  // `;` at the ends of lines is one habit, and one error.
  void tellEndings() {
    if (endings_.empty())
      return;
    auto& d = lexed_.problems.error("S0105", endings_.front(), "`;` has no meaning here");
    d.help = std::string("leave ") + (endings_.size() > 1 ? "all of them" : "it") +
             " out: a statement ends with its line";
    for (const model::Range sign : endings_)
      d.mend(sign, "");
  }

  // x; y
  void statementsOnOneLine(model::Range sign, std::size_t next) {
    const std::size_t line = source_.startOf(source_.place(sign.begin).line);
    const std::size_t indent = std::min(text_.find_first_not_of(" \t", line), sign.begin) - line;
    lexed_.problems.error("S0105", sign, "`;` has no meaning here")
        .mend({sign.begin, next}, '\n' + std::string(text_.substr(line, indent)))
        .help = "begin a new line here: a statement ends with its line";
    lastBreak_ = lexed_.tokens.size();
    lexed_.tokens.push_back({Kind::lineEnd, Word::none_, sign});
    at_ = sign.end;
  }

  /// A run of the same sign is one mistake.
  void strangeSigns() {
    std::size_t length = 1;
    while (peek(length) == peek())
      ++length;
    if (peek() == '<' && peek(1) == '=' && length == 1 && noMoreThan())
      return;
    const model::Range range{at_, at_ + length};
    auto& d = lexed_.problems.error("S0105", range, '`' + spelled(range) + "` has no meaning here");
    if (peek() == '?')
      d.help = "`?` stands between two states whose order is not known, behind `unsure PARTY`";
    if (peek() == '<')
      d.help = "the better one stands first: `s2 > s1` below `rank`, a line above the other below `prefer`";
    if (peek() == '?' && statement_ == Word::prefer)
      d.help = "of two cases each has a line of its own: `B if A` and `C if not A`";
    if (peek() == '%' && last_.is(Kind::number))
      d.mend(range, "").help = "leave it out: a weight is a number without a unit";
    push(Kind::malformed, length);
  }

  /// `x <= y` of options, which are 0 or 1, is `x implies y`.
  bool noMoreThan() {
    const std::size_t next = text_.find_first_not_of(" \t", at_ + 2);
    if (!last_.is(Kind::name) || lastBreak_ || statement_ == Word::rank || next == std::string_view::npos ||
        !isLetter(text_[next]))
      return false;
    lexed_.problems.error("S0104", {at_, at_ + 2}, "`<=` is not an operator of this language")
        .propose({at_, at_ + 2}, "implies")
        .help = "`x <= y` of options is `x implies y`: there is no x without y";
    push(Kind::keyword, 2, Word::implies);
    return true;
  }

  // Signs no name has; a letter that cannot begin a name, with those it touches.
  void foreignSign() {
    const CodePoint c = codePointAt(text_, at_);
    const bool letters = knowsAnyScript() ? continuesName(c.value) : isWordCharacter(c.value);
    std::size_t length = letters && knowsAnyScript() ? nameFrom(0) : c.length;
    while (!letters && text_.substr(at_ + length).starts_with(spelled({at_, at_ + c.length})))
      length += c.length;
    const model::Range range{at_, at_ + length};
    if (letters && !knowsAnyScript())
      lexed_.problems.error("S0105", range, "names beyond the letters A to Z need a library that is not here")
          .help =
          "install ICU (`" + std::string(libraryOfScripts()) + "`), or say it in a label, between `\"` marks";
    else if (letters)
      lexed_.problems
          .error("S0105", range, "a name cannot begin with `" + spelled({at_, at_ + c.length}) + '`')
          .help = "names begin with a letter or `_`";
    else
      lexed_.problems.error("S0105", range, '`' + spelled(range) + "` has no meaning here");
    push(Kind::malformed, length);
  }

  void finish() {
    tellEndings();
    if (inStatement_ && !lastBreak_)
      lexed_.tokens.push_back({Kind::lineEnd, Word::none_, {text_.size(), text_.size()}});
    lexed_.tokens.push_back({Kind::end, Word::none_, {text_.size(), text_.size()}});
  }

  const SourceText& source_;
  std::string_view text_;
  std::size_t at_ = 0;
  Lexed lexed_;
  Token beforeLast_;
  Token last_;                           ///< of the statements, comments not counted
  bool inDoubt_ = false;                 ///< below `unsure`
  Word statement_ = Word::none_;         ///< the word the statement or block here began with
  std::vector<model::Range> endings_;    ///< `;` at the ends of lines
  bool inStatement_ = false;             ///< some token has been seen at all
  std::optional<std::size_t> lastBreak_; ///< the line end after `last_`, not yet settled
};

} // namespace

std::optional<model::Range> placeOf(std::string_view words, const Spellings& spellings) {
  for (const Spelling& one : spellings)
    if (one.composed.data() == words.data())
      return one.range;
  return std::nullopt;
}

Lexed lex(const SourceText& source) { return Lexer(source).run(); }

} // namespace stasis::language
