#include "evidence/reading/sentences.h"

#include <algorithm>

namespace stasis::evidence {

namespace {

/// A sentence is cut after this many tokens: nothing longer is one, and frames look back over all of theirs.
constexpr std::size_t longestSentence = 250;

bool isAlpha(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (static_cast<unsigned char>(c) & 0x80U) != 0;
}
bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isApostrophe(char c) {
  return c == mark::straightSingle || c == mark::closeSingle || c == mark::openSingle;
}
/// The code point at the front of a word, of up to three bytes: enough for the letters with a case in
/// reports.
std::uint32_t firstCodePoint(std::string_view word) {
  const auto byte = [&](std::size_t i) {
    return static_cast<std::uint32_t>(static_cast<unsigned char>(word[i]));
  };
  if (byte(0) < 0x80U)
    return byte(0);
  if (byte(0) < 0xE0U)
    return word.size() > 1 ? (byte(0) & 0x1FU) << 6U | (byte(1) & 0x3FU) : 0;
  return word.size() > 2 ? (byte(0) & 0xFU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU) : 0;
}

/// Latin letters with marks, Greek, Cyrillic: in most blocks the capital is the even one of a pair.
bool isCapitalLetter(std::uint32_t c) {
  if (c < 0x80U)
    return c >= 'A' && c <= 'Z';
  if (c < 0x100U)
    return c >= 0xC0U && c <= 0xDEU && c != 0xD7U;
  if ((c >= 0x139U && c <= 0x148U) || (c >= 0x179U && c <= 0x17EU))
    return (c & 1U) == 1;
  if (c < 0x180U || (c >= 0x1E00U && c < 0x1F00U))
    return (c & 1U) == 0;
  if (c >= 0x1A0U && c <= 0x1B0U) // Ơ, Ư
    return c == 0x1A0U || c == 0x1AFU;
  return (c >= 0x391U && c <= 0x3A9U) || (c >= 0x400U && c < 0x430U);
}

bool isCapital(std::string_view word) {
  return isCapitalLetter(firstCodePoint(word)) ||
         (word.size() > 3 && word[0] >= 'a' && word[0] <= 'z' && word[1] >= 'A' && word[1] <= 'Z'); // iPhone
}

/// "al-Burhan".
bool hasArticle(std::string_view word) {
  return word.size() > 4 && word[2] == '-' && (word[0] == 'a' || word[0] == 'e') && isCapital(word.substr(3));
}

class Tokenizer {
public:
  Tokenizer(std::string_view text, model::Range range, const std::vector<QuoteSpan>& quotes)
      : text_(text), at_(range.begin), end_(range.end), quotes_(quotes) {
    nextQuote_ = static_cast<std::size_t>(
        std::ranges::lower_bound(quotes, range.begin, {}, [](const QuoteSpan& q) { return q.outer.begin; }) -
        quotes.begin());
  }

  std::vector<Token> run() {
    while (at_ < end_)
      step();
    return std::move(tokens_);
  }

private:
  char peek(std::size_t at) const { return at < end_ ? text_[at] : ' '; }

  void put(TokenKind kind, std::size_t length) {
    Token token;
    token.range = {at_, at_ + length};
    token.kind = kind;
    tokens_.push_back(token);
    at_ += length;
  }

  void step() {
    if (nextQuote_ < quotes_.size() && quotes_[nextQuote_].outer.begin == at_) {
      const model::Range outer = quotes_[nextQuote_].outer;
      put(TokenKind::quote, std::min(outer.end, end_) - outer.begin);
      tokens_.back().quote = static_cast<std::uint32_t>(nextQuote_++);
      return;
    }
    const char c = text_[at_];
    if (c == ' ')
      ++at_;
    else if (const std::size_t sign = currencySign(); sign > 0 && isDigit(peek(at_ + sign)))
      takeNumber(sign);
    else if (isAlpha(c) || ((c == '@' || c == '#') && isAlpha(peek(at_ + 1))))
      takeWord();
    else if (isDigit(c) || c == '$')
      takeNumber();
    else
      put(markKind(c), c == '.' && text_.substr(at_, 3) == "..." ? 3 : 1);
  }

  static TokenKind markKind(char c) {
    switch (c) {
    case ',': return TokenKind::comma;
    case ':': return TokenKind::colon;
    case ';': return TokenKind::semicolon;
    case mark::dash: return TokenKind::dash;
    case '(':
    case '[': return TokenKind::open;
    case ')':
    case ']': return TokenKind::close;
    case '.':
    case '!':
    case '?': return TokenKind::stop;
    default: return TokenKind::other;
    }
  }

  /// Letters with what may stand inside a word: apostrophes, hyphens, full stops of "U.S.", the & of "M&S".
  void takeWord() {
    std::size_t end = at_ + 1;
    while (end < end_) {
      const char c = text_[end];
      const char next = peek(end + 1);
      if (isAlpha(c) || isDigit(c) || c == '_')
        ++end;
      else if ((c == '-' || c == '&' || c == '/') && (isAlpha(next) || isDigit(next)))
        end += 2;
      else if (isApostrophe(c) && isAlpha(next) && !endsPossessive(end))
        end += 2;
      else if (c == '.' && next >= 'a' && next <= 'z' && end - at_ > 2 && text_[end - 1] >= 'a' &&
               text_[end - 1] <= 'z')
        end += 2; // "example.com"
      else if (c == '.' && isAlpha(next) &&
               (end - at_ < 3 || text_[end - 2] == '.' || text_[end - 2] == '-') && !isAlpha(peek(end + 2)))
        end += 2;
      else
        break;
    }
    Token token;
    token.range = {at_, end};
    token.kind = TokenKind::word;
    describe(token);
    takeStop(token);
    takePossessive(token);
    at_ = token.range.end;
    tokens_.push_back(token);
    joinPhrase();
  }

  /// `’s` that ends a word.
  bool endsPossessive(std::size_t at) const {
    const char s = peek(at + 1);
    return (s == 's' || s == 'S') && !isAlpha(peek(at + 2)) && !isPronounBefore(at);
  }
  bool isPronounBefore(std::size_t at) const {
    const std::string word = lowerCase(text_.substr(at_, at - at_));
    return word == "he" || word == "she" || word == "it" || word == "that" || word == "there" ||
           word == "what";
  }

  void describe(Token& token) const {
    const std::string_view text = text_.substr(token.range.begin, token.range.end - token.range.begin);
    token.capital = isCapital(text) || text[0] == '@' || hasArticle(text);
    if (text.size() > 2 && text[1] == '-' && (text[0] == 'R' || text[0] == 'D' || text[0] == 'I') &&
        isCapital(text.substr(2)))
      token.capital = false; // "R-Texas" is no name
    token.allCapitals =
        text.size() > 1 && std::ranges::none_of(text, [](char c) { return c >= 'a' && c <= 'z'; });
    std::string key = lowerCase(text);
    std::ranges::replace_if(key, isApostrophe, '\'');
    token.endsEd = key.size() > 4 && key.ends_with("ed");
    token.endsIng = key.size() > 5 && key.ends_with("ing");
    token.known = Lexicon::get().find(key);
    if (token.known != nullptr) {
      // "US" is no pronoun
      const bool nameOnly =
          token.allCapitals && token.known->proper != 0 && (token.known->common & lexical::pronoun) != 0;
      token.classes = (nameOnly ? 0U : token.known->common) | (token.capital ? token.known->proper : 0U);
    } else if (key.ends_with("ly") && key.size() > 4 && !token.capital) {
      token.classes = lexical::adverb;
    } else if (const std::size_t hyphen = key.rfind('-'); hyphen != std::string::npos && hyphen > 0) {
      // "vice-president", "ex-minister", "co-founder": what the last part is
      if (const Word* last = Lexicon::get().find(key.substr(hyphen + 1)); last != nullptr && !token.capital)
        token.classes = last->common & (lexical::role | lexical::speaks | lexical::leads | lexical::plural);
    }
  }

  /// The full stop of an abbreviation or an initial.
  void takeStop(Token& token) const {
    if (peek(token.range.end) != '.' || text_.substr(token.range.end, 3) == "...")
      return;
    const std::size_t length = token.range.end - token.range.begin;
    const bool initial = length == 1 && token.capital;
    const bool dotted = length > 2 && text_[token.range.end - 2] == '.';
    if (initial || dotted || (token.is(lexical::abbreviation) && (token.capital || length < 3 || dotted))) {
      ++token.range.end;
      token.classes |= lexical::abbreviation;
      if (dotted && !token.is(lexical::endsToo))
        token.classes |= lexical::endsToo;
    }
  }

  void takePossessive(Token& token) const {
    const std::size_t end = token.range.end;
    if (end >= end_ || !isApostrophe(text_[end]))
      return;
    if (endsPossessive(end) && !(nextQuote_ < quotes_.size() && quotes_[nextQuote_].outer.begin == end)) {
      token.possessive = true;
      token.range.end += 2;
      const std::string many = lowerCase(text_.substr(token.range.begin, end - token.range.begin));
      token.collective = many == "people" || many == "women" || many == "men" || many == "children";
    } else if (text_[end - 1] == 's' && !isAlpha(peek(end + 1))) {
      token.possessive = true;
      token.collective = true;
      token.range.end += 1;
    }
  }

  /// Tokens that are one entry of the lexicon become one.
  void joinPhrase() {
    for (std::size_t n = std::min<std::size_t>(5, tokens_.size()); n >= 2; --n) {
      const std::size_t first = tokens_.size() - n;
      if (!tokens_[first].is(lexical::phraseStart))
        continue;
      const Token& last = tokens_.back();
      std::size_t end =
          last.range.end - (last.possessive ? (text_[last.range.end - 1] == 's' ? 2U : 1U) : 0U);
      const Word* known = Lexicon::get().find(
          keyOf(text_.substr(tokens_[first].range.begin, end - tokens_[first].range.begin)));
      if (known == nullptr)
        continue;
      Token joined = tokens_[first];
      joined.known = known;
      joined.classes = known->common | (joined.capital ? known->proper : 0U);
      if (joined.classes == 0)
        continue;
      joined.possessive = last.possessive;
      joined.range.end = last.range.end;
      tokens_.resize(first);
      tokens_.push_back(joined);
      return;
    }
  }

  /// The bytes of `£` or `€` here, else 0: "£2.1bn" is one number.
  std::size_t currencySign() const {
    for (const std::string_view sign : {"\u00A3", "\u20AC"})
      if (text_.substr(at_, sign.size()) == sign)
        return sign.size();
    return 0;
  }

  void takeNumber(std::size_t sign = 1) {
    std::size_t end = at_ + sign;
    while (end < end_ &&
           (isDigit(text_[end]) || isAlpha(text_[end]) ||
            ((text_[end] == '.' || text_[end] == ',' || text_[end] == ':' || text_[end] == '-') &&
             (isDigit(peek(end + 1)) || (text_[end] == '-' && isAlpha(peek(end + 1)))))))
      ++end;
    put(TokenKind::number, end - at_);
    joinPhrase(); // "No 10"
  }

  std::string_view text_;
  std::size_t at_;
  std::size_t end_;
  const std::vector<QuoteSpan>& quotes_;
  std::size_t nextQuote_ = 0;
  std::vector<Token> tokens_;
};

class Splitter {
public:
  Splitter(std::string_view text, const std::vector<QuoteSpan>& quotes, const std::vector<Token>& tokens)
      : text_(text), quotes_(quotes), tokens_(tokens) {}

  bool endsAfter(std::size_t i) const {
    const Token& token = tokens_[i];
    if (i + 1 == tokens_.size())
      return true;
    const Token& next = tokens_[i + 1];
    if (token.kind == TokenKind::stop)
      return !(next.kind == TokenKind::word && !next.capital) && next.kind != TokenKind::comma &&
             next.kind != TokenKind::close && next.kind != TokenKind::stop;
    if (token.kind == TokenKind::close)
      return i > 0 && tokens_[i - 1].kind == TokenKind::stop && next.capital;
    if (token.is(lexical::abbreviation) && token.is(lexical::endsToo) && text_[token.range.end - 1] == '.')
      return next.isName() &&
             next.is(lexical::determiner | lexical::pronoun | lexical::possessive | lexical::preposition |
                     lexical::subordinator | lexical::adverb | lexical::conjunction);
    return token.kind == TokenKind::quote && quoteEnds(i);
  }

private:
  bool quoteEnds(std::size_t i) const {
    const QuoteSpan& quote = quotes_[tokens_[i].quote];
    const char last = text_[quote.inner.end - 1];
    const Token& next = tokens_[i + 1];
    const bool begins = next.kind == TokenKind::quote || next.isName() || next.kind == TokenKind::number;
    if (!begins)
      return false;
    const bool introduced =
        i > 0 && (tokens_[i - 1].kind == TokenKind::comma || tokens_[i - 1].kind == TokenKind::colon);
    if (introduced && (last == '!' || last == '?') && next.is(lexical::pronoun))
      return true;
    if (last == '.')
      return !frameFollows(i + 1, true);
    if (last == '!' || last == '?')
      return !frameFollows(i + 1, false);
    return false;
  }

  /// `Smith asked`, `President Smith of X said`: a cue before anything ends.
  bool frameFollows(std::size_t i, bool strict) const {
    const std::size_t limit = std::min(tokens_.size(), i + (strict ? 4U : 7U));
    for (std::size_t at = i; at < limit; ++at) {
      const Token& token = tokens_[at];
      if (token.kind == TokenKind::stop || token.kind == TokenKind::quote || token.kind == TokenKind::comma)
        return false;
      if (at > i && token.is(lexical::cue) &&
          (token.known->cue != CueClass::act || at + 1 == tokens_.size() ||
           tokens_[at + 1].kind == TokenKind::stop) &&
          token.known->form != VerbForm::ing)
        return !strict || at + 1 == tokens_.size() || tokens_[at + 1].kind == TokenKind::stop;
      if (at > i && token.is(lexical::auxiliary))
        return false;
    }
    return false;
  }

  std::string_view text_;
  const std::vector<QuoteSpan>& quotes_;
  const std::vector<Token>& tokens_;
};

} // namespace

std::string keyOf(std::string_view words) {
  std::string key = lowerCase(words);
  std::ranges::replace_if(key, isApostrophe, '\'');
  for (std::size_t i = 0; i + 1 < key.size(); ++i) // "lt. gen", "No. 10"
    if (key[i] == '.' && key[i + 1] == ' ')
      key.erase(i, 1);
  if (key.ends_with('.') && std::ranges::count(key, '.') == 1)
    key.pop_back();
  return key;
}

std::vector<Sentence> sentencesOf(std::string_view text, std::size_t number, model::Range paragraph,
                                  const std::vector<QuoteSpan>& quotes) {
  std::vector<Token> tokens = Tokenizer(text, paragraph, quotes).run();
  const Splitter splitter(text, quotes, tokens);
  std::vector<Sentence> found;
  std::size_t first = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!splitter.endsAfter(i) && i + 1 - first < longestSentence)
      continue;
    Sentence sentence{number, {tokens[first].range.begin, tokens[i].range.end}, {}};
    sentence.tokens.assign(tokens.begin() + static_cast<std::ptrdiff_t>(first),
                           tokens.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    found.push_back(std::move(sentence));
    first = i + 1;
  }
  return found;
}

} // namespace stasis::evidence
