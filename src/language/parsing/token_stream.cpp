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

TokenStream::TokenStream(const SourceText& source, std::vector<Token> tokens, Problems& problems)
    : source_(source), tokens_(withoutTrivia(std::move(tokens))), problems_(problems) {
  joinHyphenated();
  joinWords();
  sayStrangeNames();
  dotOwners();
  sayJoints();
}

// The names of several words that declarations have, `party New Zealand`: words of names alone, up to the end
// of the line or a label, which the file calls so again, or joined by `_`. Where it calls the first word
// alone, the others are a label without its marks.
std::vector<std::vector<std::string_view>> TokenStream::namesOfSeveralWords() const {
  std::vector<std::vector<std::string_view>> all;
  for (std::size_t at = 0; at + 2 < tokens_.size(); ++at) {
    const Token& word = tokens_[at];
    const bool declares = word.is(Word::party) || word.is(Word::option) || word.is(Word::state) ||
                          word.is(Word::define) || word.is(Kind::dash) || word.is(Kind::star);
    if (!declares || (at > 0 && !tokens_[at - 1].is(Kind::lineEnd)))
      continue;
    std::vector<std::string_view> words;
    std::size_t next = at + 1;
    while (next < tokens_.size() && tokens_[next].is(Kind::name))
      words.push_back(text(tokens_[next++]));
    const Token& after = tokens_[next];
    const bool ends =
        after.is(Kind::lineEnd) || after.is(Kind::end) || after.is(Kind::string) || after.is(Kind::equals);
    if (words.size() > 1 && ends && isCalled(words, next))
      all.push_back(std::move(words));
  }
  return all;
}

bool TokenStream::stands(const std::vector<std::string_view>& words, std::size_t at) const {
  for (std::size_t k = 0; k < words.size(); ++k)
    if (at + k >= tokens_.size() || !tokens_[at + k].is(Kind::name) || text(tokens_[at + k]) != words[k])
      return false;
  return true;
}

bool TokenStream::isCalled(const std::vector<std::string_view>& words, std::size_t from) const {
  std::string joined;
  for (const std::string_view word : words)
    joined += (joined.empty() ? "" : "_") + std::string(word);
  bool whole = false;
  for (std::size_t at = 0; at < tokens_.size(); ++at) {
    if (at + words.size() >= from && at < from)
      continue; // the declaration itself
    if (stands(words, at)) {
      whole = true;
      at += words.size() - 1;
    } else if (tokens_[at].is(Kind::name) && text(tokens_[at]) == joined) {
      whole = true;
    } else if (tokens_[at].is(Kind::name) && text(tokens_[at]) == words.front()) {
      return false;
    }
  }
  return whole;
}

// One error for each, whose fix writes all of them.
void TokenStream::joinWords() {
  for (const auto& words : namesOfSeveralWords()) {
    std::string here;
    for (const std::string_view word : words)
      here += (here.empty() ? "" : "_") + withoutApostrophes(word);
    std::vector<model::Range> places;
    std::size_t kept = 0;
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      Token token = tokens_[at];
      if (stands(words, at)) {
        at += words.size() - 1;
        token.range.end = tokens_[at].range.end;
        token.composed = nullptr;
        places.push_back(token.range);
      }
      tokens_[kept++] = token;
    }
    tokens_.resize(kept);
    if (places.empty()) // another of these names has taken its words
      continue;
    auto& d = error("S0112", places.front(), "a name is one word");
    d.help = "write " + inMarks(here);
    for (const model::Range place : places)
      d.mend(place, here);
  }
}

// How many tokens `stop-loading` has, written without spaces; letters of a listed state (`N-Y`) are no name.
std::size_t TokenStream::hyphenatedLength(std::size_t at) const {
  std::size_t length = 1;
  const auto touches = [&](std::size_t i) { return tokens_[i].range.begin == tokens_[i - 1].range.end; };
  while (at + length + 1 < tokens_.size() && tokens_[at + length].is(Kind::dash) && touches(at + length) &&
         (tokens_[at + length + 1].is(Kind::name) || tokens_[at + length + 1].is(Kind::keyword)) &&
         touches(at + length + 1))
    length += 2;
  const std::size_t begin = tokens_[at].range.begin;
  const auto words = source_.text().substr(begin, tokens_[at + length - 1].range.end - begin);
  return length > 1 && words.find_first_not_of("YNyn-") == std::string_view::npos ? 1 : length;
}

/// Its words joined by `_`.
std::string TokenStream::joinedName(std::size_t at, std::size_t length) const {
  std::string name;
  for (std::size_t k = 0; k < length; k += 2)
    name += (k == 0 ? "" : "_") + std::string(text(tokens_[at + k]));
  return name;
}

// One error for each such name, however often it is called, whose fix writes all of them.
void TokenStream::joinHyphenated() {
  std::map<std::string, std::vector<model::Range>> found;
  std::size_t kept = 0;
  for (std::size_t at = 0; at < tokens_.size();) {
    const std::size_t length = tokens_[at].is(Kind::name) ? hyphenatedLength(at) : 1;
    Token token = tokens_[at];
    token.range.end = tokens_[at + length - 1].range.end;
    if (length > 1)
      found[joinedName(at, length)].push_back(token.range);
    tokens_[kept++] = token;
    at += length;
  }
  tokens_.resize(kept);
  for (const auto& [name, places] : found) {
    auto& d = error("S0112", places.front(), "a name has no `-`");
    d.help = "write " + inMarks(name);
    for (const model::Range place : places)
      d.mend(place, name);
  }
}

const Token& TokenStream::peek(std::size_t ahead) const {
  return tokens_[std::min(at_ + ahead, tokens_.size() - 1)];
}

Token TokenStream::next() {
  const Token token = peek();
  if (at_ + 1 < tokens_.size())
    ++at_;
  return token;
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

std::string_view TokenStream::text(const Token& token) const {
  if (token.composed != nullptr)
    return *token.composed;
  return source_.text().substr(token.range.begin, token.range.end - token.range.begin);
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

std::size_t TokenStream::indentation(const Token& token) const {
  const std::size_t line = source_.place(token.range.begin).line;
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
