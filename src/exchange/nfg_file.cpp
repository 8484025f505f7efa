#include "exchange/nfg_file.h"

#include "exchange/exact_number.h"
#include "exchange/gmcr_file.h"

#include <algorithm>
#include <charconv>

namespace stasis::exchange {

using model::Range;

namespace {

struct Token {
  enum class Kind : std::uint8_t { end, open, close, text, word } kind = Kind::end;
  std::string_view written; ///< without the quotes of a text
  Range range;
};

class Tokens {
public:
  explicit Tokens(std::string_view text) : text_(text) {
    at_ = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    advance();
  }

  const Token& peek() const { return here_; }
  Token next() {
    const Token token = here_;
    advance();
    return token;
  }
  bool unclosed() const { return unclosed_; }

private:
  std::string_view text_;
  std::size_t at_ = 0;
  Token here_;
  bool unclosed_ = false;

  void advance() {
    constexpr std::string_view between = " \t\r\n\v\f,";
    at_ = std::min(text_.find_first_not_of(between, at_), text_.size());
    const std::size_t begin = at_;
    if (at_ == text_.size()) {
      here_ = {Token::Kind::end, {}, {at_, at_}};
    } else if (text_[at_] == '{' || text_[at_] == '}') {
      ++at_;
      here_ = {
          text_[begin] == '{' ? Token::Kind::open : Token::Kind::close, text_.substr(begin, 1), {begin, at_}};
    } else if (text_[at_] == '"') {
      textFrom(begin);
    } else {
      at_ = std::min(text_.find_first_of(" \t\r\n\v\f,{}\"", at_), text_.size());
      here_ = {Token::Kind::word, text_.substr(begin, at_ - begin), {begin, at_}};
    }
  }

  void textFrom(std::size_t begin) {
    ++at_;
    while (at_ < text_.size() && text_[at_] != '"')
      at_ += text_[at_] == '\\' && at_ + 1 < text_.size() ? 2 : 1;
    unclosed_ = at_ >= text_.size();
    at_ = std::min(at_, text_.size());
    here_ = {Token::Kind::text,
             text_.substr(begin + 1, at_ - begin - 1),
             {begin, std::min(at_ + 1, text_.size())}};
    at_ = here_.range.end;
  }
};

/// `\"` is a quote and `\\` a backslash; any other backslash stands for itself.
std::string unescaped(std::string_view written) {
  std::string text;
  for (std::size_t i = 0; i < written.size(); ++i) {
    if (written[i] == '\\' && i + 1 < written.size() && (written[i + 1] == '"' || written[i + 1] == '\\'))
      ++i;
    text += written[i];
  }
  return text;
}

class Parser {
public:
  Parser(std::string_view text, language::Problems& problems) : tokens_(text), problems_(problems) {}

  std::optional<NfgFile> run() {
    if (!header() || !players() || !strategies() || !body())
      return std::nullopt;
    if (!tokens_.peek().written.empty() || tokens_.peek().kind == Token::Kind::text)
      problems_.warning("S0708", tokens_.peek().range, "what follows the last payoff is ignored");
    return std::move(file_);
  }

private:
  using Kind = Token::Kind;

  Tokens tokens_;
  language::Problems& problems_;
  NfgFile file_;

  bool fail(const Token& at, std::string message, std::string help = {}) {
    problems_.error("S0715", at.range, std::move(message)).help = std::move(help);
    return false;
  }

  bool expected(const std::string& what, std::string help = {}) {
    const Token& here = tokens_.peek();
    if (here.kind == Kind::text && tokens_.unclosed())
      return fail(here, "the text that begins here has no closing `\"`");
    const std::string found = here.kind == Kind::end    ? "the file ends"
                              : here.kind == Kind::text ? "here is a text"
                                                        : "here is " + ticked(here.written);
    return fail(here, "expected " + what + ", " + found, std::move(help));
  }

  bool take(Kind kind, const std::string& what, std::string help = {}) {
    if (tokens_.peek().kind != kind || (kind == Kind::text && tokens_.unclosed()))
      return expected(what, std::move(help));
    tokens_.next();
    return true;
  }

  bool name(NfgFile::Name& into, const std::string& what) {
    const Token token = tokens_.peek();
    if (!take(Kind::text, what, "names stand in double quotes"))
      return false;
    into = {unescaped(token.written), token.range};
    return true;
  }

  bool header() {
    tokens_.next(); // `NFG`, which identified the file
    const Token version = tokens_.next();
    if (version.written != "1")
      return fail(version, "expected the version, `1`, after `NFG`");
    if (const Token& kind = tokens_.peek(); kind.kind == Kind::word) {
      if (kind.written != "R" && kind.written != "D")
        return expected("`R`, or `D` as in old files, after `NFG 1`");
      tokens_.next();
    }
    return name(file_.title, "the title");
  }

  bool players() {
    if (!take(Kind::open, "`{` and the players"))
      return false;
    while (tokens_.peek().kind != Kind::close)
      if (!name(file_.players.emplace_back(), "the name of a player or `}`"))
        return false;
    const Token close = tokens_.next();
    return !file_.players.empty() || fail(close, "the game has no player");
  }

  bool strategies() {
    if (!take(Kind::open, "`{` and the strategies"))
      return false;
    while (tokens_.peek().kind != Kind::close)
      if (!(tokens_.peek().kind == Kind::open ? namedStrategies() : countedStrategies()))
        return false;
    const Token close = tokens_.next();
    if (file_.strategies.size() != file_.players.size())
      return fail(close, "there are " + std::to_string(file_.players.size()) +
                             " players and the strategies of " + std::to_string(file_.strategies.size()));
    return true;
  }

  bool namedStrategies() {
    const Token open = tokens_.next();
    auto& own = file_.strategies.emplace_back();
    while (tokens_.peek().kind != Kind::close)
      if (!name(own.emplace_back(), "the name of a strategy or `}`"))
        return false;
    tokens_.next();
    return !own.empty() ||
           fail(open, "this player has no strategy", "a game needs at least one of every player");
  }

  bool countedStrategies() {
    const Token token = tokens_.peek();
    const auto count = wholeNumber(token);
    if (!count || *count == 0)
      return expected("the strategies of a player: a list, or how many there are");
    tokens_.next();
    if (*count > mostProfilesRead)
      return tooMany(token);
    file_.strategies.emplace_back(*count, NfgFile::Name{"", token.range});
    return true;
  }

  bool tooMany(const Token& at) {
    problems_.error("S0709", at.range,
                    "the game has more than " + std::to_string(mostProfilesRead) +
                        " combinations of strategies");
    return false;
  }

  static std::optional<std::size_t> wholeNumber(const Token& token) {
    std::size_t value = 0;
    const char* begin = token.written.data();
    const char* end = begin + token.written.size();
    const auto read = std::from_chars(begin, end, value);
    return token.kind == Kind::word && read.ec == std::errc() && read.ptr == end ? std::optional(value)
                                                                                 : std::nullopt;
  }

  bool body() {
    std::size_t profiles = 1;
    for (const auto& own : file_.strategies)
      if ((profiles *= own.size()) > mostProfilesRead)
        return tooMany(tokens_.peek());
    if (tokens_.peek().kind == Kind::text && !take(Kind::text, "the comment"))
      return false;
    return tokens_.peek().kind == Kind::open ? outcomes() && numbers(profiles) : payoffsOfAll(profiles);
  }

  bool payoffs(std::vector<mpq_class>& into, const std::string& of) {
    for (std::size_t i = 0; i < file_.players.size(); ++i) {
      const Token token = tokens_.peek();
      auto value = token.kind == Kind::word ? exactNumber(token.written) : std::nullopt;
      if (!value)
        return expected("a payoff of " + playerName(i) + of,
                        "payoffs are whole numbers, decimals or fractions such as `7/3`");
      tokens_.next();
      into.push_back(std::move(*value));
    }
    return true;
  }

  std::string playerName(std::size_t i) const {
    return file_.players[i].text.empty() ? "player " + std::to_string(i + 1) : file_.players[i].text;
  }

  bool payoffsOfAll(std::size_t profiles) {
    for (std::size_t p = 0; p < profiles; ++p) {
      NfgFile::Outcome outcome{{"", tokens_.peek().range}, {}};
      if (!payoffs(outcome.payoffs,
                   " in combination " + std::to_string(p + 1) + " of " + std::to_string(profiles)))
        return false;
      file_.profiles.push_back(file_.outcomes.size());
      file_.outcomes.push_back(std::move(outcome));
    }
    return true;
  }

  bool outcomes() {
    file_.named = true;
    file_.outcomes.emplace_back().payoffs.resize(file_.players.size()); // number 0
    tokens_.next();
    while (tokens_.peek().kind != Kind::close) {
      NfgFile::Outcome outcome;
      if (!take(Kind::open, "`{` and an outcome, or `}`") || !name(outcome.name, "the name of an outcome") ||
          !payoffs(outcome.payoffs, " in outcome " + std::to_string(file_.outcomes.size())) ||
          !take(Kind::close, "`}` after the payoffs of an outcome"))
        return false;
      file_.outcomes.push_back(std::move(outcome));
    }
    tokens_.next();
    return true;
  }

  bool numbers(std::size_t profiles) {
    for (std::size_t p = 0; p < profiles; ++p) {
      const Token token = tokens_.peek();
      const auto number = wholeNumber(token);
      if (!number)
        return expected("the number of the outcome of combination " + std::to_string(p + 1) + " of " +
                        std::to_string(profiles));
      if (*number >= file_.outcomes.size())
        return fail(token, "there is no outcome " + std::to_string(*number) + "; the file has " +
                               std::to_string(file_.outcomes.size() - 1));
      tokens_.next();
      file_.profiles.push_back(*number);
    }
    return true;
  }
};

} // namespace

std::optional<NfgFile> parseNfg(const language::SourceText& source, language::Problems& problems) {
  return Parser(source.text(), problems).run();
}

} // namespace stasis::exchange
