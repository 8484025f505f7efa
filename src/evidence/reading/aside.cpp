#include "evidence/reading/aside.h"

#include <algorithm>

namespace stasis::evidence {

namespace {

constexpr std::size_t mostBeside = 10; ///< tokens that may stand beside verb and subject

std::string_view textOf(const Token& token) {
  return token.known == nullptr ? std::string_view() : std::string_view(token.known->text);
}

bool isOneOf(const Token& token, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, textOf(token)) != words.end();
}

class Finder {
public:
  Finder(const Sentence& sentence, const Frame& frame) : s_(sentence), t_(sentence.tokens), f_(frame) {}

  std::optional<Aside> run() {
    if (!speaks() || !findTeller())
      return std::nullopt;
    from_ = startOf();
    if (from_ + 1 >= begin_ || opensParticiple())
      return std::nullopt;
    last_ = endOf();
    const std::size_t before = begin_ - 1; // the comma
    const bool more = end_ + 1 < last_ && t_[end_].kind == TokenKind::comma;
    Aside aside;
    aside.teller = range(begin_, end_);
    aside.content = range(from_, before);
    if (!more || t_[end_ + 1].is(lexical::relative) || isParticiple(end_ + 1))
      return hasClause(from_, before) && !opensSubordinate() ? std::optional(aside) : std::nullopt;
    if (isOneOf(t_[end_ + 1], {"and", "but"})) {
      if (!hasClause(from_, before) || opensSubordinate())
        return std::nullopt;
      if (hasClause(end_ + 2, last_))
        aside.tail = range(end_ + 2, last_);
      return aside;
    }
    if (opensSubordinate() && !opensCondition())
      return std::nullopt;
    if (!hasClause(from_, before) && !hasClause(end_ + 1, last_))
      return std::nullopt;
    if (goesAway(end_ + 1))
      return aside;
    aside.content = range(from_, last_);
    if (opensCondition())
      aside.rest = range(end_ + 1, last_);
    return aside;
  }

private:
  const Sentence& s_;
  const std::vector<Token>& t_;
  const Frame& f_;
  std::size_t begin_ = 0; ///< of who says it
  std::size_t end_ = 0;   ///< one past
  std::size_t from_ = 0;  ///< of the words told
  std::size_t last_ = 0;  ///< one past

  model::Range range(std::size_t first, std::size_t last) const {
    return {t_[first].range.begin, t_[last - 1].range.end};
  }

  bool speaks() const {
    if (!f_.subject || !f_.finite || f_.relative || f_.infinitive || f_.negated || f_.borrowed ||
        f_.according)
      return false;
    if (isOneOf(t_[f_.verb], {"held", "ruled", "found", "decided", "agreed", "resolved"}))
      return f_.subject->kind != NounKind::pronoun;
    return f_.cue == CueClass::say || f_.cue == CueClass::tell || f_.cue == CueClass::manner;
  }

  /// From the comma before the speaker to the mark after the verb. Only the addressee, a time and a place may
  /// stand between them.
  bool findTeller() {
    begin_ = f_.inverted ? f_.verb : f_.subject->first;
    if (begin_ < 2 || t_[begin_ - 1].kind != TokenKind::comma || isModal())
      return false;
    end_ = std::max(f_.verb + 1, f_.inverted ? f_.subject->last : f_.verb + 1);
    if (f_.apposed && f_.inverted)
      end_ = std::max(end_, f_.apposed->last);
    if (f_.apposed && !f_.inverted && f_.apposed->last > f_.verb)
      return false;
    for (std::size_t i = f_.inverted ? f_.verb : f_.subject->last; i < f_.verb; ++i)
      if (t_[i].kind != TokenKind::word || t_[i].is(lexical::conjunction))
        return false;
    const std::size_t first = end_;
    while (end_ < t_.size() && t_[end_].isWord() && end_ < first + mostBeside) {
      if (looksFinite(s_, end_) || t_[end_].is(lexical::subordinator | lexical::relative) ||
          isOneOf(t_[end_], {"to"}) || (end_ == first && !mayStandBeside(first)))
        return false;
      ++end_;
    }
    return end_ >= t_.size() || t_[end_].kind == TokenKind::comma || t_[end_].kind == TokenKind::stop ||
           t_[end_].kind == TokenKind::semicolon;
  }

  bool mayStandBeside(std::size_t first) const {
    if (t_[first].is(lexical::preposition | lexical::time | lexical::adverb))
      return true;
    return f_.cue == CueClass::tell || f_.inverted;
  }

  bool isModal() const {
    for (std::size_t i = f_.inverted ? f_.verb : f_.subject->last; i < f_.verb; ++i)
      if (t_[i].is(lexical::auxiliary) && !isOneOf(t_[i], {"has", "have", "had"}))
        return true;
    return false;
  }

  /// After a semicolon, a colon, or a conjunction at the head.
  std::size_t startOf() const {
    std::size_t first = begin_ - 1;
    while (first > 0 && t_[first - 1].kind != TokenKind::semicolon && t_[first - 1].kind != TokenKind::colon)
      --first;
    if (first < begin_ && isOneOf(t_[first], {"and", "but"}))
      ++first;
    return first;
  }

  std::size_t endOf() const {
    std::size_t last = end_;
    while (last < t_.size() && t_[last].kind != TokenKind::semicolon)
      ++last;
    while (last > end_ && (t_[last - 1].kind == TokenKind::stop || t_[last - 1].kind == TokenKind::comma))
      --last;
    return last;
  }

  bool hasClause(std::size_t first, std::size_t last) const {
    for (std::size_t i = first; i < last; ++i)
      if (t_[i].kind == TokenKind::quote || (t_[i].isWord() && looksFinite(s_, i)))
        return true;
    return false;
  }

  bool opensCondition() const {
    return isOneOf(t_[from_], {"if", "unless", "should", "were", "had", "once", "until", "provided",
                               "providing", "assuming"}) ||
           (isOneOf(t_[from_], {"as"}) && from_ + 1 < begin_ && isOneOf(t_[from_ + 1], {"soon", "long"}));
  }

  /// "Five days after the river rose"
  bool opensWithTime() const {
    for (std::size_t i = from_ + 1; i < std::min(from_ + 4, begin_) && !looksFinite(s_, i - 1); ++i)
      if (isOneOf(t_[i], {"after", "before", "since"}))
        return t_[i - 1].isWord() && t_[i - 1].is(lexical::time);
    return false;
  }

  /// "When the talks failed, Norland responded." reports no speech.
  bool opensSubordinate() const {
    if (!t_[from_].is(lexical::subordinator) &&
        !isOneOf(t_[from_], {"when", "after", "as", "while", "because"}) && !opensCondition() &&
        !opensWithTime())
      return false;
    for (std::size_t i = from_ + 1; i + 1 < begin_; ++i) // with its main clause after a comma
      if (t_[i].kind == TokenKind::comma && hasClause(i + 1, begin_ - 1))
        return false;
    return true;
  }

  /// "Asked about this, he said": a past participle of a verb of speech opens no clause.
  bool opensParticiple() const {
    if (isParticipleWith(from_))
      return true;
    const std::optional<NounPhrase> who = nounPhraseAt(s_, from_); // "Orr, asked whether he feared it, said"
    return who && who->last + 1 < begin_ && t_[who->last].kind == TokenKind::comma &&
           isParticipleWith(who->last + 1) &&
           isOneOf(t_[who->last + 2], {"if", "whether", "about", "by", "why"});
  }
  bool isParticipleWith(std::size_t i) const {
    return t_[i].is(lexical::cue) && t_[i].known->form == VerbForm::past && i + 1 < begin_ &&
           t_[i + 1].is(lexical::preposition | lexical::subordinator | lexical::relative);
  }

  bool isParticiple(std::size_t i) const {
    return t_[i].isWord() && !t_[i].capital && textOf(t_[i]).ends_with("ing") && textOf(t_[i]) != "during";
  }

  /// ", Holt said, as talks went on": the reporter goes on.
  bool goesAway(std::size_t i) const {
    if (isOneOf(t_[i], {"while", "whereas", "though", "although", "when"}))
      return true;
    return isOneOf(t_[i], {"as"}) && i + 1 < t_.size() && !isOneOf(t_[i + 1], {"soon", "long"});
  }
};

} // namespace

std::optional<Aside> asideOf(const Sentence& sentence, const Frame& frame) {
  return Finder(sentence, frame).run();
}

} // namespace stasis::evidence
