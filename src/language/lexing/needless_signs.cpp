// Signs that mean nothing here.
#include "language/lexing/any_script.h"
#include "language/lexing/token_scan.h"
#include "language/lexing/word_character.h"

#include <algorithm>

namespace stasis::language {

void TokenScan::unknown() {
  const CodePoint c = codePointAt(text_, at_);
  if (!c.valid || c.value < 0x20 || c.value == 0x7F) // the check of the text has reported it
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

bool TokenScan::isInvisible(char32_t c) {
  return c == 0xA0 || (c >= 0x2000 && c <= 0x200F) || (c >= 0x2028 && c <= 0x206F) || c == 0x3000 ||
         c == 0xFEFF;
}

void TokenScan::invisible(CodePoint c) {
  lexed_.problems
      .error("S0105", {at_, at_ + c.length},
             "the invisible character " + codePointName(c.value) + " stands here")
      .mend({at_, at_ + c.length}, " ")
      .help = "put an ordinary space, or nothing";
  at_ += c.length;
}

bool TokenScan::beginsLine(const Token& token) const {
  const std::size_t line = source_.startOf(source_.lineAt(token.range.begin));
  return text_.substr(line, token.range.begin - line).find_first_not_of(" \t") == std::string_view::npos;
}

bool TokenScan::saidByParser() const {
  const std::size_t next = text_.find_first_not_of(" \t", at_ + 1);
  const bool follows =
      next != std::string_view::npos && std::string_view("\r\n#").find(text_[next]) == std::string_view::npos;
  if (peek() != ':' || lastBreak_ || !follows)
    return false;
  if (last_.is(Kind::number))
    return beginsLine(last_);
  return last_.is(Kind::name) && (beforeLast_.is(Word::option) || beforeLast_.is(Word::party));
}

void TokenScan::needless(CodePoint c) {
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
    if (!last && !goesOn && listGoesOn(rest))
      return itemsOfList(range);
    if (!last && !goesOn)
      return statementsOnOneLine(range, next);
    endings_.push_back(range);
    ++at_;
    return;
  }
  auto& d = lexed_.problems.error("S0105", range, '`' + spelled(range) + "` has no meaning here");
  d.mend(range, "").help = "leave it out: a statement ends with its line";
  if (peek() == '?' && statement_ == Word::prefer) { // it may say that the wish is in doubt
    d.fixIsSafe = false;
    d.help = "leave it out, or write `perhaps` before what is not known to be wanted";
  }
  at_ += c.length;
}

bool TokenScan::labelFollows(std::string_view rest) const {
  const bool named = last_.is(Kind::name) && (beforeLast_.is(Word::option) || beforeLast_.is(Word::party));
  const std::string_view first = rest.substr(0, std::min(rest.find_first_of(" \t\r\n"), rest.size()));
  return named && !beginsStatement(wordOf(first));
}

// `;` at the ends of lines is one habit, and one error.
void TokenScan::tellEndings() {
  if (endings_.empty())
    return;
  auto& d = lexed_.problems.error("S0105", endings_.front(), "`;` has no meaning here");
  d.help = std::string("leave ") + (endings_.size() > 1 ? "all of them" : "it") +
           " out: a statement ends with its line";
  for (const model::Range sign : endings_)
    d.mend(sign, "");
}

std::size_t TokenScan::firstOfLine() const {
  std::size_t first = lexed_.tokens.size();
  while (first > 0 && !lexed_.tokens[first - 1].is(Kind::lineEnd))
    --first;
  while (first < lexed_.tokens.size() &&
         (lexed_.tokens[first].is(Kind::lineBreak) || lexed_.tokens[first].is(Kind::comment)))
    ++first;
  return first;
}

bool TokenScan::hasCondition() const {
  const auto first = lexed_.tokens.begin() + static_cast<std::ptrdiff_t>(firstOfLine());
  const bool rule = first != lexed_.tokens.end() &&
                    (first->is(Word::never) || first->is(Word::always) || first->is(Word::define));
  return rule || std::any_of(first, lexed_.tokens.end(), [&](const Token& token) {
           const std::string_view word = text_.substr(token.range.begin, token.range.end - token.range.begin);
           return token.is(Word::of) || token.is(Word::if_) || token.is(Word::iff) ||
                  token.is(Word::implies) || token.is(Kind::leftParen) || token.is(Kind::arrow) ||
                  token.is(Kind::doubleArrow) ||
                  (token.is(Kind::name) && (word == "unless" || word == "when" || word == "whenever" ||
                                            word == "provided" || word == "once" || word == "without"));
         });
}

bool TokenScan::listGoesOn(std::string_view rest) const {
  const std::string_view word = rest.substr(0, std::min(rest.find_first_of(" \t\r\n,;.=()"), rest.size()));
  const Word begins = wordOf(word);
  if (begins != Word::none_ && begins != Word::self && begins != Word::not_)
    return false;
  const std::string_view item = rest.substr(0, std::min(rest.find_first_of(";\r\n"), rest.size()));
  if (item.find('=') != std::string_view::npos) // `state a = x; b = y`
    return false;
  const std::size_t first = firstOfLine();
  const auto& tokens = lexed_.tokens;
  if (first == tokens.size())
    return false;
  if (tokens[first].is(Word::status))
    return std::none_of(tokens.begin() + static_cast<std::ptrdiff_t>(first), tokens.end(),
                        [](const Token& t) { return t.is(Word::because); });
  std::size_t after = tokens.size(); // after the last `of`, or the `=` of a state
  while (after > first && !tokens[after - 1].is(Word::of) &&
         !(tokens[after - 1].is(Kind::equals) && tokens[first].is(Word::state)))
    --after;
  if (after == first || after == tokens.size() || (begins == Word::not_ && tokens[after - 1].is(Word::of)))
    return false;
  int depth = 0;
  for (std::size_t k = after; k < tokens.size() && depth >= 0; ++k) {
    depth += tokens[k].is(Kind::leftParen) ? 1 : tokens[k].is(Kind::rightParen) ? -1 : 0;
    const bool ends = tokens[k].is(Kind::keyword) && !tokens[k].is(Word::self) && !tokens[k].is(Word::not_);
    if (ends && depth == 0)
      return false;
  }
  return depth == 0;
}

// `at most one of a; b`, `state war = a; b`, `status quo a; b`
void TokenScan::itemsOfList(model::Range sign) {
  const std::size_t first = firstOfLine();
  bool commas = false;
  bool whole = false; // `Family.option` and `Family.*` are lists of their own
  for (std::size_t k = first; k < lexed_.tokens.size(); ++k) {
    const Token& token = lexed_.tokens[k];
    commas = commas || (token.is(Kind::comma) && text_[token.range.begin] == ',');
    whole = whole || token.is(Kind::star) || token.is(Kind::dot);
  }
  const bool ended = statement_ == Word::prefer && (commas || whole);
  auto& d = lexed_.problems.error("S0105", sign, "`;` has no meaning here").mend(sign, ",");
  d.help = "write `,` between the items of a list";
  if (ended) {
    d.help += "; if the list has ended, begin a new line here";
    d.fixIsSafe = false;
  }
  push(Kind::comma, 1);
}

// x; y
void TokenScan::statementsOnOneLine(model::Range sign, std::size_t next) {
  const std::size_t line = source_.startOf(source_.lineAt(sign.begin));
  const std::size_t indent = std::min(text_.find_first_not_of(" \t", line), sign.begin) - line;
  auto& d = lexed_.problems.error("S0105", sign, "`;` has no meaning here")
                .mend({sign.begin, next}, '\n' + std::string(text_.substr(line, indent)));
  d.help = "begin a new line here: a statement ends with its line";
  const std::string_view rest = text_.substr(next);
  if (!beginsStatement(wordOf(rest.substr(0, rest.find_first_of(" \t\r\n")))) && hasCondition()) {
    d.help += "; if what follows belongs to the condition before it, write `and` or `or`";
    d.fixIsSafe = false;
  }
  lastBreak_ = lexed_.tokens.size();
  lexed_.tokens.push_back({Kind::lineEnd, Word::none_, sign});
  at_ = sign.end;
}

void TokenScan::strangeSigns() {
  std::size_t length = 1;
  while (peek(length) == peek())
    ++length;
  if (peek() == '<' && peek(1) == '=' && length == 1 && noMoreThan())
    return;
  if (peek() == '<' && peek(1) != '=' && length == 1 && (worstFirst() || arrowBack()))
    return;
  const model::Range range{at_, at_ + length};
  auto& d = lexed_.problems.error("S0105", range, '`' + spelled(range) + "` has no meaning here");
  if (peek() == '?')
    d.help = "`?` stands between two states whose order is not known, after `unsure PARTY`";
  if (peek() == '<')
    d.help = "the better one stands first: `s2 > s1` below `rank`, a line above the other below `prefer`";
  if (peek() == '<' && length == 1 && statement_ == Word::rank && last_.is(Kind::name)) {
    const std::size_t next = std::min(text_.find_first_not_of(" \t", at_ + 1), text_.size());
    const std::string_view other = text_.substr(next, text_.find_first_of(" \t\r\n<>~,", next) - next);
    if (!other.empty())
      d.help = "the better one stands first: turn the whole order round, `" + std::string(other) + " > " +
               spelled(last_.range) + "` for `" + spelled(last_.range) + " < " + std::string(other) + '`';
  }
  if (peek() == '\\')
    d.help = "conditions are joined by words: `and`, `or`, `not`, `implies`, `iff`";
  if (peek() == '?' && statement_ == Word::prefer)
    d.help = "of two cases each has a line of its own: `B if A` and `C if not A`";
  if (peek() == '%' && last_.is(Kind::number))
    d.mend(range, "").help = "leave it out: a weight is a number without a unit";
  push(Kind::malformed, length);
}

// strike <- lockout
bool TokenScan::arrowBack() {
  const std::size_t next = text_.find_first_not_of(" \t", at_ + 2);
  if (peek(1) != '-' || statement_ == Word::rank || !last_.is(Kind::name) || lastBreak_ ||
      next == std::string_view::npos || !isLetter(text_[next]))
    return false;
  lexed_.problems.error("S0104", {at_, at_ + 2}, "`<-` is not an operator of this language")
      .propose({at_, at_ + 2}, "if")
      .help = "`x <- y` is `x if y`: there is no y without x";
  push(Kind::keyword, 2, Word::if_);
  return true;
}

// rank North war < talks < peace
bool TokenScan::worstFirst() {
  const std::size_t first = firstOfLine();
  const auto& tokens = lexed_.tokens;
  if (statement_ != Word::rank || !last_.is(Kind::name) || first >= tokens.size())
    return false;
  std::size_t begins = first + (tokens[first].is(Word::rank) ? 2 : 0);
  begins += begins < tokens.size() && tokens[begins].is(Kind::joint) ? 1 : 0;
  if (begins >= tokens.size())
    return false;
  const std::size_t from = tokens[begins].range.begin;
  const std::size_t end = std::min(text_.find_first_of("\r\n#", at_), text_.size());
  const std::string_view chain = text_.substr(from, end - from);
  if (chain.find_first_of(">,\"") != std::string_view::npos || chain.find("<=") != std::string_view::npos)
    return false;
  if (text_.substr(from, at_ - from).find('<') == std::string_view::npos) {
    std::string turned;
    std::size_t last = end;
    for (std::size_t piece = from; piece <= end;) {
      const std::size_t next = std::min(text_.find('<', piece), end);
      std::string_view state = text_.substr(piece, next - piece);
      state.remove_prefix(std::min(state.find_first_not_of(" \t"), state.size()));
      state = state.substr(0, state.find_last_not_of(" \t") + 1);
      turned = std::string(state) + (turned.empty() ? "" : " > " + turned);
      last = state.empty() ? last : static_cast<std::size_t>(state.data() - text_.data()) + state.size();
      piece = next + 1;
    }
    lexed_.problems.error("S0105", {at_, at_ + 1}, "`<` has no meaning here")
        .propose({from, last}, turned)
        .help = "the better one stands first: write `" + turned + '`';
  }
  push(Kind::greater, 1);
  return true;
}

bool TokenScan::noMoreThan() {
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
void TokenScan::foreignSign() {
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
    lexed_.problems.error("S0105", range, "a name cannot begin with `" + spelled({at_, at_ + c.length}) + '`')
        .help = "names begin with a letter or `_`";
  else
    lexed_.problems.error("S0105", range, '`' + spelled(range) + "` has no meaning here");
  push(Kind::malformed, length);
}

} // namespace stasis::language
