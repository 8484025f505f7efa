#include "evidence/reading/main_clause.h"

#include "evidence/reading/clause.h"

#include <algorithm>
#include <initializer_list>
#include <optional>

namespace stasis::evidence {

using Kind = ClauseToken::Kind;

namespace {

bool anyOf(const ClauseToken& token, std::initializer_list<std::string_view> words) {
  return token.isWord() && std::ranges::find(words, token.word) != words.end();
}

/// Words that continue the clause before a comma and open no clause of their own.
bool goesOn(const ClauseToken& token) {
  return isCoordinator(token) || isPreposition(token) ||
         anyOf(token, {"especially", "including", "such",    "which",  "who",          "whose",  "whom",
                       "where",      "when",      "while",   "like",   "particularly", "even",   "not",
                       "whether",    "either",    "because", "since",  "unless",       "if",     "until",
                       "although",   "though",    "that",    "rather", "namely",       "notably"});
}

class Clauses {
public:
  Clauses(ClauseTokens t, std::size_t begin, std::size_t end, bool phrase)
      : t_(t), begin_(begin), end_(end), phrase_(phrase) {}

  ClausesAround run() const {
    if (elliptical())
      return oneWord();
    if (bracketed())
      return inBrackets();
    if (initial())
      if (const auto around = comesFirst())
        return *around;
    return comesLast();
  }

private:
  ClauseTokens t_;
  std::size_t begin_;
  std::size_t end_;
  bool phrase_;

  // --- where the marker stands

  /// `if necessary`, `if enacted would`.
  bool elliptical() const {
    if (end_ + 1 >= t_.size() || !t_[end_].isWord())
      return end_ < t_.size();
    const bool adjective =
        anyOf(t_[end_], {"necessary", "needed", "possible", "required", "appropriate", "forced", "asked",
                         "attacked", "provoked", "true", "successful", "made"});
    return (adjective && !t_[end_ + 1].is("by") && !t_[end_ + 1].is("to")) ||
           (t_[end_].word.ends_with("ed") && (!t_[end_ + 1].isWord() || isFinite(t_, end_ + 1)));
  }

  ClausesAround oneWord() const {
    ClausesAround around = initial() ? comesFirst().value_or(comesLast()) : comesLast();
    around.conditionEnd = end_ + 1;
    return around;
  }

  bool bracketed() const { return begin_ > 0 && t_[begin_ - 1].kind == Kind::open; }

  ClausesAround inBrackets() const {
    std::size_t close = end_;
    while (close < t_.size() && t_[close].kind != Kind::close)
      ++close;
    const std::size_t before = begin_ - 1;
    return {close, consequenceStart(before), before};
  }

  /// Nothing stands before it in its clause but a few introductory words: `But if`, `In my opinion, if`,
  /// `that if`.
  bool initial() const {
    std::size_t i = begin_;
    while (i > 0 && anyOf(t_[i - 1], {"only", "even", "just"}))
      --i;
    if (i == 0)
      return true;
    const ClauseToken& before = t_[i - 1];
    if (before.kind == Kind::semicolon || before.kind == Kind::openQuote || before.kind == Kind::stop)
      return true;
    if (anyOf(before, {"but", "and", "so", "because", "that", "however", "therefore", "or", "yet", "then",
                       "although", "while", "whereas", "now", "perhaps", "obviously", "clearly"}))
      return !anyOf(before, {"and", "or"}) || mainBehind();
    if (before.kind == Kind::dash)
      return mainBehind();
    if (before.kind != Kind::comma)
      return false;
    return !hasFinite(t_.subspan(clauseStart(i - 1), i - 1 - clauseStart(i - 1))) ||
           anyOf(i >= 2 ? t_[i - 2] : before, {"that", "but", "and"});
  }

  bool mainBehind() const { return split().has_value(); }

  /// Back to a stronger mark; quotations that closed before `i` are skipped.
  std::size_t clauseStart(std::size_t i) const {
    std::size_t depth = 0;
    for (; i > 0; --i) {
      const Kind kind = t_[i - 1].kind;
      if (kind == Kind::closeQuote)
        ++depth;
      else if (kind == Kind::openQuote && depth-- == 0)
        break;
      else if (depth == 0 && (kind == Kind::semicolon || kind == Kind::dash || kind == Kind::stop))
        break;
    }
    return i;
  }

  // --- "If X, Y"

  struct Split {
    std::size_t conditionEnd;
    std::size_t mainBegin;
  };

  std::optional<ClausesAround> comesFirst() const {
    const auto at = split();
    if (!at)
      return hasClauseBefore() ? std::nullopt : std::optional(ClausesAround{stopOf(end_), 0, 0});
    return ClausesAround{at->conditionEnd, at->mainBegin, endOfMain(at->mainBegin)};
  }

  bool hasClauseBefore() const {
    const std::size_t start = consequenceStart(begin_);
    return begin_ > start && hasFinite(t_.subspan(start, begin_ - start));
  }

  /// Where the words of the sentence end.
  std::size_t stopOf(std::size_t from) const {
    std::size_t depth = 0;
    for (std::size_t i = from; i < t_.size(); ++i) {
      if (t_[i].kind == Kind::openQuote)
        ++depth;
      else if (t_[i].kind == Kind::closeQuote && depth-- == 0)
        return trimmedBack(i);
      else if (t_[i].kind == Kind::stop && depth == 0)
        return i;
    }
    return trimmedBack(t_.size());
  }

  std::size_t trimmedBack(std::size_t i) const {
    while (i > 0 && !t_[i - 1].isWord() && t_[i - 1].kind != Kind::close &&
           t_[i - 1].kind != Kind::closeQuote)
      --i;
    return i;
  }

  std::optional<Split> split() const {
    const std::size_t last = stopOf(end_);
    if (const auto strict = atComma(last))
      return strict;
    if (const auto unmarked = withoutComma(last))
      return unmarked;
    return atLooseComma(last);
  }

  bool inside(std::size_t i) const { // a pair of brackets or marks opened after the marker
    int depth = 0;
    for (std::size_t k = end_; k < i; ++k) {
      depth += t_[k].kind == Kind::open || t_[k].kind == Kind::openQuote;
      depth -= t_[k].kind == Kind::close || t_[k].kind == Kind::closeQuote;
    }
    return depth > 0;
  }

  bool breaks(std::size_t i) const { return t_[i].kind == Kind::comma || t_[i].kind == Kind::dash; }

  /// The first comma or dash after which a clause begins; `then` settles it.
  std::optional<Split> atComma(std::size_t last) const {
    std::optional<Split> name; // `If X, Turkey, a member, will Y`
    for (std::size_t i = end_ + 1; i + 1 < last; ++i) {
      if (t_[i].is("then") && i + 1 < last && (t_[i - 1].kind == Kind::comma || clauseBegins(t_, i + 1)))
        return Split{trimmedBack(i), i + 1};
      if (!breaks(i) || inside(i))
        continue;
      const std::size_t next = i + 1;
      if (t_[next].is("then"))
        return Split{i, next + 1};
      if (name && isFinite(t_, next))
        return name;
      const bool thatWould = t_[next].is("that") && next + 1 < last && isFinite(t_, next + 1);
      if ((goesOn(t_[next]) && !thatWould) || attributionBegins(t_, next))
        continue;
      if (clauseBegins(t_, next))
        return Split{i, next};
      if (!name && opensSubject(t_[next]))
        name = Split{i, next};
    }
    return std::nullopt;
  }

  /// `If that ballot is successful it will mean`: a pronoun with its verb, once the condition has had its own
  /// verb.
  std::optional<Split> withoutComma(std::size_t last) const {
    if (phrase_)
      return std::nullopt;
    bool verb = false;
    for (std::size_t i = end_; i + 1 < last; ++i) {
      if (verb && t_[i].isWord() && t_[i - 1].isWord() && bareSubject(i))
        return Split{i, i};
      verb = verb || (i > end_ && isFinite(t_, i)) || (isSubjectPronoun(t_[i]) && isFinite(t_, i));
    }
    return std::nullopt;
  }

  bool bareSubject(std::size_t i) const {
    const ClauseToken& before = t_[i - 1];
    if (isPreposition(before) || isCoordinator(before) || isFinite(t_, i - 1) ||
        (opensSubject(before) && !(before.capital && isSubjectPronoun(t_[i]))) ||
        anyOf(before, {"that", "which", "what", "because", "when", "where", "how", "why", "like", "until",
                       "while", "who", "whom", "not"}))
      return false;
    if (isSubjectPronoun(t_[i]) && !anyOf(t_[i], {"that", "this", "those", "these", "who", "you"}))
      return isFinite(t_, i) || (i + 1 < t_.size() && isFinite(t_, i + 1));
    return anyOf(t_[i], {"the", "our", "no"}) && before.word.ends_with("s") && clauseWithin(i);
  }

  bool clauseWithin(std::size_t i) const {
    for (std::size_t k = i + 2; k < t_.size() && k < i + 9 && t_[k].isWord(); ++k)
      if (isFinite(t_, k) || (k + 1 < t_.size() && t_[k + 1].kind == Kind::stop && t_[k].word.ends_with("s")))
        return true;
    return false;
  }

  /// The last resort: a comma followed by something like a subject, or by an order.
  std::optional<Split> atLooseComma(std::size_t last) const {
    std::optional<Split> found;
    for (std::size_t i = end_ + 1; i + 1 < last; ++i) {
      if (!breaks(i) || inside(i) || attributionBegins(t_, i + 1) || t_[i + 1].word.ends_with("ing"))
        continue;
      if (opensSubject(t_[i + 1]) && !found)
        found = Split{i, i + 1};
      else if (!goesOn(t_[i + 1]) && t_[i + 1].isWord() && !found)
        found = Split{i, i + 1};
    }
    return found;
  }

  std::size_t endOfMain(std::size_t begin) const { return endOfClause(begin, true); }

  // --- "Y if X"

  ClausesAround comesLast() const {
    const std::size_t conditionEnd = endOfClause(end_, false);
    std::size_t before = begin_;
    while (before > 0 && (!t_[before - 1].isWord() && t_[before - 1].kind != Kind::close &&
                          t_[before - 1].kind != Kind::closeQuote))
      --before;
    const std::size_t start = consequenceStart(before);
    return {conditionEnd, start, std::max(start, before)};
  }

  /// How far a clause goes: to the end of the sentence, a semicolon, the end of its quotation, an
  /// attribution, or a comma after which something else begins.
  std::size_t endOfClause(std::size_t begin, bool main) const {
    const std::size_t last = stopOf(begin);
    int depth = 0;
    for (std::size_t i = begin; i < last; ++i) {
      depth += t_[i].kind == Kind::open || t_[i].kind == Kind::openQuote;
      depth -= t_[i].kind == Kind::close || t_[i].kind == Kind::closeQuote;
      if (depth > 0 || t_[i].isWord() || i == begin)
        continue;
      if (t_[i].kind == Kind::semicolon || (breaks(i) && i + 1 < last && endsBehind(i, main)))
        return trimmedBack(i);
    }
    return trimmedBack(last);
  }

  bool endsBehind(std::size_t comma, bool main) const {
    const std::size_t next = comma + 1;
    if (attributionBegins(t_, next))
      return true;
    if (t_[next].is("but") || (isCoordinator(t_[next]) && clauseBegins(t_, next + 1)))
      return true;
    if (anyOf(t_[next], {"which", "while", "although", "raising", "adding", "a"}))
      return !main || !t_[next].is("a");
    const bool participle = t_[next].word.ends_with("ing") && !anyOf(t_[next], {"including", "during"});
    return participle || (!main && t_[comma].kind == Kind::dash) ||
           (!main && isSubjectPronoun(t_[next]) && clauseBegins(t_, next));
  }

  /// Where the clause before token `end` begins: after a verb of speech and its `that`, a coordinator that
  /// joins a clause, or a stronger mark.
  std::size_t consequenceStart(std::size_t end) const {
    std::size_t start = clauseStart(end);
    for (std::size_t i = start; i + 1 < end; ++i) {
      if (i < start) // skipped by the verb of speech before
        continue;
      if (i > start && ((isVerbOfSpeech(t_[i]) && !t_[i + 1].is("to")) || clearThat(i)))
        start = behindSpeech(i, end);
      else if (isCoordinator(t_[i]) && hasFinite(t_.subspan(start, i - start)) && joinsClause(i + 1, end))
        start = i + 1;
      else if (t_[i].is("as") && isVerbOfSpeechWithin(start, i) && !hasFinite(t_.subspan(i + 1, end - i - 1)))
        start = i + 1;
    }
    while (start < end && !t_[start].isWord() && t_[start].kind != Kind::open)
      ++start;
    return start;
  }

  /// `made it clear on Monday that`.
  bool clearThat(std::size_t i) const {
    if (!anyOf(t_[i], {"clear", "sure", "plain", "confident", "certain", "hopeful", "stance", "position"}))
      return false;
    const auto rest = t_.subspan(i, std::min<std::size_t>(5, t_.size() - i));
    return std::ranges::any_of(rest, [](const ClauseToken& token) { return token.is("that"); });
  }

  bool joinsClause(std::size_t i, std::size_t end) const {
    return i < end && opensSubject(t_[i]) && clauseBegins(t_.first(end), i);
  }

  /// Token `begin - 1` counts as well: a clause may begin after it.
  bool isVerbOfSpeechWithin(std::size_t begin, std::size_t end) const {
    const std::size_t first = begin == 0 ? 0 : begin - 1;
    return std::ranges::any_of(t_.subspan(first, end - first), isVerbOfSpeech);
  }

  std::size_t behindSpeech(std::size_t verb, std::size_t end) const {
    for (std::size_t i = verb + 1; i < end && i < verb + 8; ++i)
      if (t_[i].is("that"))
        return i + 1;
    return verb + 1;
  }
};

} // namespace

ClausesAround clausesAround(ClauseTokens sentence, std::size_t begin, std::size_t end, bool phrase) {
  return Clauses(sentence, begin, end, phrase).run();
}

} // namespace stasis::evidence
