#include "language/parsing/token_stream.h"

#include <algorithm>

namespace stasis::language {

namespace {

std::vector<Token> withoutTrivia(std::vector<Token> tokens) {
  std::erase_if(tokens, [](const Token& t) { return t.is(Kind::comment) || t.is(Kind::lineBreak); });
  return tokens;
}

} // namespace

std::string inMarks(std::string_view words) {
  constexpr std::size_t longest = 60;
  if (words.size() <= longest)
    return '`' + std::string(words) + '`';
  std::size_t cut = longest;
  while (cut > 0 && (words[cut] & 0xC0) == 0x80)
    --cut;
  return '`' + std::string(words.substr(0, cut)) + "…`";
}

TokenStream::TokenStream(const SourceText& source, Lexed& lexed, Problems& problems)
    : source_(source), tokens_(withoutTrivia(std::move(lexed.tokens))), spellings_(*lexed.spellings),
      problems_(problems) {
  dropBraces();
  sayHeadings();
  lowerStatements();
  dropBullets();
  dropOwnersOfOptions();
  namePartiesByLabel();
  joinHyphenated();
  joinWords();
  nameLabels();
  sayStrangeNames();
  const OptionsOfParties options = optionsOfParties();
  noteDeclared(options);
  lowerCapitals();
  sayListsBelow();
  sayFamilyCounts(options);
  sayBoth(options);
  sayPeople(options);
  sayOwn(options);
  denyBeforeParty();
  dotOwners(options);
  sayJoints(options);
}

void TokenStream::noteDeclared(const OptionsOfParties& options) {
  for (const auto& [owner, own] : options)
    declared_.insert(own.begin(), own.end());
  for (std::size_t at = 0; at + 1 < tokens_.size(); ++at)
    if ((tokens_[at].is(Word::define) || tokens_[at].is(Word::state)) && tokens_[at + 1].is(Kind::name))
      declared_.emplace(text(tokens_[at + 1]));
}

void TokenStream::saying(Token& token, std::string words) {
  token.composed = &spellings_.emplace_back(Spelling{std::move(words), token.range}).composed;
}

Token TokenStream::next() {
  const Token token = peek();
  if (at_ + 1 < tokens_.size())
    ++at_;
  return token;
}

std::size_t TokenStream::timesSaid(std::string_view name) const {
  if (said_.empty())
    for (const Token& token : tokens_)
      if (token.is(Kind::name))
        ++said_[text(token)];
  const auto found = said_.find(name);
  return found == said_.end() ? 0 : found->second;
}

bool TokenStream::accept(Kind kind) {
  if (!peek().is(kind))
    return false;
  next();
  return true;
}

bool TokenStream::accept(Word word) {
  if (!peek().is(word))
    return false;
  next();
  return true;
}

bool TokenStream::looksAt(std::string_view name, std::size_t ahead) const {
  return peek(ahead).is(Kind::name) && text(peek(ahead)) == name;
}

bool TokenStream::accept(std::string_view name) {
  if (!looksAt(name))
    return false;
  next();
  return true;
}

void TokenStream::skipLine() {
  while (!atLineEnd())
    next();
  accept(Kind::lineEnd);
}

void TokenStream::toLineEnd() {
  while (!atLineEnd() && !peek().is(Word::because))
    next();
}

void TokenStream::correct(Word word) {
  tokens_[at_].kind = Kind::keyword;
  tokens_[at_].word = word;
}

void TokenStream::correct(Kind kind) {
  tokens_[at_].kind = kind;
  tokens_[at_].word = Word::none_;
}

syntax::Words TokenStream::wordsFrom(std::size_t position) const {
  const std::size_t begin = tokens_[position].range.begin;
  const std::size_t end = at_ > position ? last().range.end : begin;
  return source_.text().substr(begin, end - begin);
}

syntax::Words TokenStream::wordsFrom(std::size_t position, std::size_t ahead) const {
  const std::size_t begin = tokens_[position].range.begin;
  const Token& last = tokens_[std::min(at_ + ahead, tokens_.size()) - 1];
  return source_.text().substr(begin, std::max(begin, last.range.end) - begin);
}

syntax::Words TokenStream::wordsBetween(std::size_t ahead, std::size_t length) const {
  const std::size_t begin = peek(ahead).range.begin;
  return source_.text().substr(begin, peek(ahead + length - 1).range.end - begin);
}

std::size_t TokenStream::nameLength(std::size_t ahead) const {
  if (!peek(ahead).is(Kind::name) && !peek(ahead).is(Word::self))
    return 0;
  const bool dotted =
      peek(ahead + 1).is(Kind::dot) && (peek(ahead + 2).is(Kind::name) || peek(ahead + 2).is(Kind::star));
  return dotted ? 3 : 1;
}

TokenStream::NamesBelow
TokenStream::namesBelow(std::size_t ahead,
                        const std::function<bool(const Token& first, const Token& name)>& isBelow) const {
  NamesBelow below{{}, ahead};
  for (;;) {
    const Token& first = peek(below.end);
    const std::size_t mark = first.is(Kind::dash) || first.is(Kind::star) ? 1 : 0;
    const Token& name = peek(below.end + mark);
    if (!name.is(Kind::name) || !isBelow(first, name) || !atLineEnd(below.end + mark + 1))
      return below;
    below.names.push_back(name);
    below.end += mark + 2;
  }
}

std::size_t TokenStream::indentation(const Token& token) const {
  const std::size_t line = source_.lineAt(token.range.begin);
  const std::string_view text = source_.line(line);
  return std::min(text.find_first_not_of(" \t"), text.size());
}

std::optional<syntax::Words> TokenStream::declaredName(const std::string& what) {
  const Token& here = peek();
  if (here.is(Kind::name))
    return text(next());
  if (here.is(Kind::malformed)) {
    next();
    return syntax::Words();
  }
  if (!here.is(Kind::keyword)) {
    expected(what);
    return std::nullopt;
  }
  reserved(here, inMarks(text(here)) + " is a word of the language and cannot be " + what);
  misused_.set(static_cast<std::size_t>(here.word));
  return text(next());
}

std::optional<syntax::Words> TokenStream::name(const std::string& what) {
  if (!atName()) {
    expected(what);
    return std::nullopt;
  }
  const Token here = next();
  return here.is(Kind::malformed) ? syntax::Words() : text(here);
}

bool TokenStream::atName(std::size_t ahead) const {
  const Token& here = peek(ahead);
  return here.is(Kind::name) || here.is(Kind::malformed) ||
         (here.is(Kind::keyword) && misused_.test(static_cast<std::size_t>(here.word)));
}

Diagnostic& TokenStream::expected(const std::string& what) {
  const Token& here = peek();
  if (here.is(Kind::malformed))
    return unsaid_ = {};
  if (atLineEnd() && text(last()).empty())
    return error("S0301", last().range, "expected " + what + ", but nothing is written");
  if (atLineEnd())
    return error("S0301", last().range, "expected " + what + " after " + inMarks(text(last())));
  if (here.is(Kind::keyword) && isReservedForLater(here.word))
    return reserved(here, "expected " + what + ", found " + inMarks(text(here)));
  return error("S0301", here.range, "expected " + what + ", found " + inMarks(text(here)));
}

Diagnostic& TokenStream::reserved(const Token& token, const std::string& message) {
  const std::string word(text(token));
  const bool later = isReservedForLater(token.word);
  auto& d = error(later ? "S0311" : "S0205", token.range,
                  later ? inMarks(word) + " is reserved for later and means nothing yet" : message);
  d.help = "take another name, for example `" + word + "_`";
  return d;
}

Diagnostic& TokenStream::error(std::string_view code, model::Range range, std::string message) {
  return problems_.error(code, range, std::move(message));
}

Diagnostic& TokenStream::warning(std::string_view code, model::Range range, std::string message) {
  return problems_.warning(code, range, std::move(message));
}

} // namespace stasis::language
