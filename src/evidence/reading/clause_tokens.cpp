#include "evidence/reading/clause_tokens.h"

#include "evidence/reading/phrase_set.h"

#include <array>

namespace stasis::evidence {

namespace {

using Kind = ClauseToken::Kind;
using model::Range;

bool digit(char c) { return c >= '0' && c <= '9'; }
bool asciiLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char lowerCase(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

struct Mark {
  std::string_view bytes;
  Kind kind;
};

constexpr std::array marks{
    Mark{"\xE2\x80\x9C", Kind::openQuote},  // “
    Mark{"\xE2\x80\x9D", Kind::closeQuote}, // ”
    Mark{"\xE2\x80\x9E", Kind::openQuote},  // „
    Mark{"\xC2\xAB", Kind::openQuote},      // «
    Mark{"\xC2\xBB", Kind::closeQuote},     // »
    Mark{"\xE2\x80\x93", Kind::dash},       // –
    Mark{"\xE2\x80\x94", Kind::dash},       // —
    Mark{"\xE2\x80\xA6", Kind::dash},       // …
    Mark{"...", Kind::dash},
    Mark{"--", Kind::dash},
    Mark{"\x01", Kind::openQuote}, // these three as reading_text.h has them
    Mark{"\x02", Kind::closeQuote},
    Mark{"\x05", Kind::dash},
    Mark{",", Kind::comma},
    Mark{";", Kind::semicolon},
    Mark{":", Kind::semicolon},
    Mark{"!", Kind::stop},
    Mark{"?", Kind::stop},
    Mark{".", Kind::stop},
    Mark{"(", Kind::open},
    Mark{"[", Kind::open},
    Mark{")", Kind::close},
    Mark{"]", Kind::close},
};

constexpr std::array<std::string_view, 4> spaces{"\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89", "\xE2\x80\x8B"};

class Tokeniser {
public:
  Tokeniser(std::string_view report, Range scope)
      : text_(report.substr(0, scope.end)), at_(scope.begin), begin_(scope.begin) {}

  std::vector<ClauseToken> run() {
    while (at_ < text_.size())
      step();
    return std::move(tokens_);
  }

private:
  std::string_view text_;
  std::size_t at_;
  std::size_t begin_;
  std::vector<ClauseToken> tokens_;
  bool straightOpen_ = false;

  std::string_view rest() const { return text_.substr(at_); }
  bool here(std::string_view bytes) const { return rest().starts_with(bytes); }

  void mark(Kind kind, std::size_t length) {
    tokens_.push_back({kind, {at_, at_ + length}, std::string(text_.substr(at_, length)), false});
    at_ += length;
  }

  void step() {
    const char first = text_[at_];
    if (asciiLetter(first) || digit(first))
      return word();
    if (first == ' ') {
      ++at_;
      return;
    }
    if (asciiLetter(text_[at_])) // most characters
      return word();
    if (text_[at_] == ' ') {
      ++at_;
      return;
    }
    for (const auto space : spaces)
      if (here(space)) {
        at_ += space.size();
        return;
      }
    for (const Mark& one : marks)
      if (here(one.bytes))
        return mark(one.kind, one.bytes.size());
    const char c = text_[at_];
    if (c == '"')
      straightQuote();
    else if (c == '-')
      mark(Kind::dash, 1);
    else if (const auto length = apostropheLength(); length != 0)
      at_ += length; // opens or closes a quotation: inside a word it is taken with it
    else if (wordByte(at_))
      word();
    else
      ++at_;
  }

  void straightQuote() {
    straightOpen_ = !straightOpen_;
    mark(straightOpen_ ? Kind::openQuote : Kind::closeQuote, 1);
  }

  std::size_t apostropheLength() const {
    if (here("'") || here("`"))
      return 1;
    return here("\xE2\x80\x99") || here("\xE2\x80\x98") ? 3 : 0;
  }

  /// A letter, digit, or part of a character beyond ASCII that is no mark.
  bool wordByte(std::size_t at) const {
    if (at >= text_.size())
      return false;
    const char c = text_[at];
    if (static_cast<unsigned char>(c) < 0x80)
      return asciiLetter(c) || digit(c) || c == '$' || c == '%' || c == '&';
    const auto next = text_.substr(at);
    return !next.starts_with("\xE2\x80") && !next.starts_with("\xC2\xA0") && !next.starts_with("\xC2\xAB") &&
           !next.starts_with("\xC2\xBB");
  }

  bool joins(char c) const { // inside a word, between two of its characters
    return (c == '-' || c == '.' || c == '/') && wordByte(at_ + 1) && at_ > begin_;
  }

  void word() {
    ClauseToken token;
    token.range.begin = at_;
    token.capital = text_[at_] >= 'A' && text_[at_] <= 'Z';
    while (at_ < text_.size()) {
      if (asciiLetter(text_[at_]))
        token.word += lowerCase(text_[at_++]);
      else if (const auto length = apostropheLength(); length != 0) {
        if (!wordByte(at_ + length))
          break;
        token.word += '\'';
        at_ += length;
      } else if (wordByte(at_) || joins(text_[at_]) || decimalComma()) {
        token.word += lowerCase(text_[at_]);
        ++at_;
      } else {
        break;
      }
    }
    if (here(".") && abbreviated(token.word))
      ++at_;
    token.range.end = at_;
    tokens_.push_back(std::move(token));
  }

  bool decimalComma() const {
    return text_[at_] == ',' && at_ > begin_ && digit(text_[at_ - 1]) && at_ + 1 < text_.size() &&
           digit(text_[at_ + 1]);
  }

  static bool abbreviated(const std::string& word) {
    static const PhraseSet titles("abbreviated_titles");
    return (word.size() == 1 && word != "i") || word.find('.') != std::string::npos || titles.has(word);
  }
};

} // namespace

std::vector<ClauseToken> clauseTokens(std::string_view report, Range scope) {
  return Tokeniser(report, scope).run();
}

std::vector<ClauseTokens> sentencesOf(ClauseTokens tokens) {
  std::vector<ClauseTokens> sentences;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].kind != Kind::stop)
      continue;
    while (i + 1 < tokens.size() &&
           (tokens[i + 1].kind == Kind::stop || tokens[i + 1].kind == Kind::closeQuote))
      ++i;
    const bool goesOn = i + 1 < tokens.size() && tokens[i + 1].isWord() && !tokens[i + 1].capital;
    if (goesOn)
      continue;
    sentences.push_back(tokens.subspan(begin, i + 1 - begin));
    begin = i + 1;
  }
  if (begin < tokens.size())
    sentences.push_back(tokens.subspan(begin));
  return sentences;
}

} // namespace stasis::evidence
