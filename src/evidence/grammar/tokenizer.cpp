#include "evidence/grammar/tokenizer.h"

#include "evidence/grammar/abbreviation.h"
#include "evidence/grammar/characters.h"
#include "model/lower_case.h"

#include <algorithm>
#include <array>

namespace stasis::evidence::grammar {

namespace {

using Kind = CharacterKind;

bool sameWord(std::string_view word, std::string_view lower) {
  return std::ranges::equal(word, lower, {}, [](char c) { return model::lowerCase(c); });
}

struct Joined {
  std::string_view word;
  std::size_t cut; ///< bytes of the first part
};
constexpr auto joined = std::to_array<Joined>({{"cannot", 3}, {"gonna", 3}, {"gotta", 3}, {"wanna", 3}});

/// Cuts one sentence. `at_` moves on; a word is [from, at_).
class Tokenizer {
public:
  Tokenizer(std::string_view text, model::Range sentence, std::vector<model::Range>& words)
      : text_(text.substr(0, sentence.end)), at_(sentence.begin), words_(words) {}

  void all() {
    while (at_ < text_.size()) {
      const Character c = here();
      if (c.kind == Kind::space)
        at_ += c.length;
      else if (!address())
        c.kind == Kind::letter || c.kind == Kind::digit ? word() : sign(c);
    }
  }

private:
  Character here() const { return characterAt(text_, at_); }
  Kind kindAt(std::size_t at) const { return at < text_.size() ? characterAt(text_, at).kind : Kind::space; }
  bool wordAt(std::size_t at) const {
    const Kind kind = kindAt(at);
    return kind == Kind::letter || kind == Kind::digit;
  }
  bool digitAt(std::size_t at) const { return at < text_.size() && isDigit(text_[at]); }
  std::string_view from(std::size_t begin) const { return text_.substr(begin, at_ - begin); }
  void put(std::size_t begin, std::size_t end) {
    if (begin < end)
      words_.push_back({begin, end});
  }

  /// Links and mail addresses, up to white space and without the marks that end a sentence.
  bool address() {
    if (at_ != runOf_)
      measureRun();
    if (!runIsAddress_)
      return false;
    put(at_, runEnd_);
    at_ = runEnd_;
    return true;
  }
  /// Looks once at each run between white space, at its first byte.
  void measureRun() {
    runIsAddress_ = false;
    if (at_ < runEnd_)
      return;
    runEnd_ = at_;
    std::size_t sign = std::string_view::npos;
    while (runEnd_ < text_.size() && kindAt(runEnd_) != Kind::space) {
      if (text_[runEnd_] == '@')
        sign = runEnd_;
      runEnd_ += characterAt(text_, runEnd_).length;
    }
    const std::string_view run = text_.substr(at_, runEnd_ - at_);
    const bool mail = sign != std::string_view::npos && sign > at_ && wordAt(at_) && wordAt(sign - 1) &&
                      run.find('.', sign - at_) != std::string_view::npos;
    const bool link = run.starts_with("http://") || run.starts_with("https://") || run.starts_with("www.");
    runOf_ = at_;
    if (!mail && !link)
      return;
    runIsAddress_ = true;
    std::size_t end = runEnd_;
    while (end > at_ + 1 && std::string_view(".,;:!?)]>'\"").find(text_[end - 1]) != std::string_view::npos)
      --end;
    runEnd_ = end;
  }

  void sign(Character c) {
    const std::size_t begin = at_;
    if (c.kind == Kind::apostrophe && clitic(begin))
      return;
    at_ += c.length;
    if (c.kind == Kind::apostrophe && decade())
      return put(begin, at_);
    constexpr std::string_view runs = ".-!?*=_~";
    if (runs.find(text_[begin]) != std::string_view::npos)
      while (at_ < text_.size() && (text_[at_] == text_[begin] || bothAsk(text_[begin], text_[at_])))
        ++at_;
    else if (c.kind == Kind::apostrophe && text_[begin] == '`' && at_ < text_.size() && text_[at_] == '`')
      ++at_;
    else if (text_[begin] == '\'' && at_ < text_.size() && text_[at_] == '\'')
      ++at_;
    else if (text_[begin] == '.' && digitAt(at_))
      return word();
    put(begin, at_);
  }
  static bool bothAsk(char a, char b) { return (a == '?' || a == '!') && (b == '?' || b == '!'); }

  /// `'90s` after its apostrophe.
  bool decade() {
    if (!digitAt(at_) || !digitAt(at_ + 1) || digitAt(at_ + 2))
      return false;
    at_ += 2;
    if (at_ < text_.size() && model::lowerCase(text_[at_]) == 's' && !wordAt(at_ + 1))
      ++at_;
    return true;
  }

  /// `'s`, `'ll` after a word, with the apostrophe at `begin`.
  bool clitic(std::size_t begin) {
    if (words_.empty() || words_.back().end != begin)
      return false;
    std::size_t end = begin + characterAt(text_, begin).length;
    const std::size_t letters = end;
    while (end < text_.size() && isLetter(text_[end]) && end - letters < 3)
      ++end;
    const std::string_view tail = text_.substr(letters, end - letters);
    constexpr auto known = std::to_array<std::string_view>({"s", "m", "d", "re", "ve", "ll"});
    if (wordAt(end) || std::ranges::none_of(known, [&](std::string_view k) { return sameWord(tail, k); }))
      return false;
    put(begin, end);
    at_ = end;
    return true;
  }

  void word() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && (wordAt(at_) || inner(begin)))
      at_ += here().length;
    if (at_ < text_.size() && text_[at_] == '.' && keepsItsStop(from(begin), !wordFollows(at_ + 1)) &&
        !(at_ + 1 < text_.size() && text_[at_ + 1] == '.'))
      ++at_;
    cut(begin);
  }
  /// Whether something other than marks follows before the sentence ends. Looks at a few bytes only.
  bool wordFollows(std::size_t at) const {
    for (std::size_t steps = 0; at < text_.size() && steps < 8; ++steps) {
      if (wordAt(at))
        return true;
      at += characterAt(text_, at).length;
    }
    return at < text_.size();
  }

  /// True if a sign inside a word does not end it.
  bool inner(std::size_t begin) const {
    const char c = text_[at_];
    const Character sign = here();
    const std::size_t next = at_ + sign.length;
    if (!wordAt(next) || at_ == begin)
      return false;
    const bool digits = isDigit(text_[at_ - 1]) && digitAt(next);
    if (sign.kind == Kind::apostrophe)
      return innerApostrophe(begin, next);
    switch (c) {
    case '.': return digits || !isDigit(text_[at_ - 1]) ? !newSentence(begin, next) : false;
    case ',': return digits && digitAt(next + 1) && digitAt(next + 2) && !digitAt(next + 3);
    case ':':
    case '/': return digits;
    case '&': return isCapital(text_[at_ - 1]) && isCapital(text_[next]);
    case '_': return true;
    case '-': return isHyphenPrefix(from(begin)) || telephone(begin, next);
    default: return false;
    }
  }
  /// `left.Then`: a stop that lacks its space.
  bool newSentence(std::size_t begin, std::size_t next) const {
    return isCapital(text_[next]) && at_ - begin > 2 && next + 1 < text_.size() &&
           !isCapital(text_[next + 1]) && isLetter(text_[next + 1]) && !isCapital(text_[at_ - 1]);
  }
  /// `O'Brien`, `Ba'ath`; not where a clitic begins.
  bool innerApostrophe(std::size_t begin, std::size_t next) const {
    std::size_t end = next;
    while (end < text_.size() && isLetter(text_[end]) && end - next < 4)
      ++end;
    const std::string_view tail = text_.substr(next, end - next);
    constexpr auto known = std::to_array<std::string_view>({"s", "m", "d", "re", "ve", "ll"});
    if (!wordAt(end) && std::ranges::any_of(known, [&](std::string_view k) { return sameWord(tail, k); }))
      return false;
    return isLetter(text_[begin]) || static_cast<unsigned char>(text_[begin]) >= 0x80;
  }
  /// `713-853-3989`: digits with hyphens, three figures or more on both sides.
  bool telephone(std::size_t begin, std::size_t next) const {
    if (at_ - begin > 12)
      return false;
    const auto figureOrHyphen = [](char c) { return isDigit(c) || c == '-'; };
    return at_ - begin >= 3 && digitAt(next) && digitAt(next + 1) && digitAt(next + 2) && digitAt(next + 3) &&
                   std::ranges::all_of(from(begin), figureOrHyphen) && !looksLikeYear(begin)
               ? true
               : at_ - begin == 3 && digitAt(next) && digitAt(next + 1) && digitAt(next + 2) &&
                     next + 3 < text_.size() && text_[next + 3] == '-' &&
                     std::ranges::all_of(from(begin), figureOrHyphen);
  }
  bool looksLikeYear(std::size_t begin) const {
    return at_ - begin == 4 && (text_[begin] == '1' || text_[begin] == '2');
  }

  /// Puts [begin, at_), cut where two words are written as one.
  void cut(std::size_t begin) {
    const std::string_view word = from(begin);
    for (const Joined& j : joined)
      if (sameWord(word, j.word)) {
        put(begin, begin + j.cut);
        return put(begin + j.cut, at_);
      }
    const std::size_t tail = begin + notBegins(word);
    put(begin, tail);
    put(tail, at_);
  }
  /// Where `n't` begins; the length of the word if it has no such end.
  static std::size_t notBegins(std::string_view word) {
    for (const std::string_view not_ : {"n't", "n\u2019t", "n`t"})
      if (word.size() > not_.size() && sameWord(word.substr(word.size() - not_.size()), not_))
        return word.size() - not_.size();
    return word.size();
  }

  std::string_view text_;
  std::size_t at_;
  std::vector<model::Range>& words_;
  std::size_t runOf_ = std::string_view::npos;
  std::size_t runEnd_ = 0;
  bool runIsAddress_ = false;
};

} // namespace

void tokenize(std::string_view text, model::Range sentence, std::vector<model::Range>& words) {
  Tokenizer(text, sentence, words).all();
}

} // namespace stasis::evidence::grammar
