#include "evidence/reading/halves.h"

#include "evidence/reading/lexicon.h"
#include "evidence/reading/sentences.h"

#include <algorithm>

namespace stasis::evidence {

using grammar::noWord;
using grammar::Relation;
using grammar::SentenceTree;
using grammar::Upos;
using grammar::WordIndex;
using grammar::Xpos;
using model::Range;

namespace {

/// Words [first, last], none where last < first.
struct Stretch {
  WordIndex first = 1;
  WordIndex last = 0;
  bool empty() const { return last < first; }
};

class Finder {
public:
  Finder(const SentenceTree& tree, Range marker, Range scope) : t_(tree), marker_(marker) {
    lowest_ = at(scope.begin);
    highest_ = t_.empty() ? 0 : static_cast<WordIndex>(t_.size() - 1);
    while (highest_ > 0 && t_[highest_].range.begin >= scope.end)
      --highest_;
  }

  std::optional<Halves> run() {
    if (t_.empty())
      return std::nullopt;
    begin_ = at(marker_.begin);
    end_ = at(marker_.end - 1);
    if (begin_ >= t_.size() || t_[end_].range.end != marker_.end)
      return std::nullopt;
    const WordIndex clause = clauseBehind();
    if (clause == noWord)
      return std::nullopt;
    if (wantsClause() && !finite(clause) && laterVerb(clause) != noWord) {
      // "unless Suria, which owes it money, pays": the verb hangs beside its subject
      const Stretch condition = clipped({end_ + 1, t_.extent(laterVerb(clause)).last});
      const Stretch other = half(t_.head(clause), condition, t_.head(clause) > condition.last);
      return condition.empty() || other.empty() ? std::nullopt
                                                : std::optional(Halves{bytes(condition), bytes(other)});
    }
    if (wantsClause() && !finite(clause)) {
      const Stretch over = overRelative({end_ + 1, std::max(clause, t_.extent(clause).first)});
      if (over.last > clause && hasFinite(over)) {
        const Stretch other = consequenceOf(clause, over);
        return other.empty() ? Halves{bytes(over), std::nullopt} : Halves{bytes(over), bytes(other)};
      }
    }
    if (wantsClause() && !finite(clause) && t_[clause].xpos != Xpos::vbn && t_[clause].upos != Upos::adj)
      return std::nullopt;
    Stretch condition = conditionOf(clause);
    if (condition.empty())
      return std::nullopt;
    if ((wantsClause() || any(begin_, {"were", "should", "had"})) && !hasFinite(condition))
      condition = overVerb(overRelative(condition));
    Stretch consequence = consequenceOf(clause, condition);
    part(condition, consequence);
    if (condition.last + 2 < highest_ && isComma(condition.last + 1) && any(condition.last + 2, {"then"}) &&
        (consequence.empty() || consequence.first <= condition.last + 2))
      consequence = clipped({condition.last + 3, std::max(consequence.last, highest_)});
    Halves halves{bytes(condition), std::nullopt};
    if (!consequence.empty())
      halves.consequence = bytes(consequence);
    return halves;
  }

private:
  bool hasFinite(Stretch s) const {
    for (WordIndex w = s.first; w <= s.last; ++w)
      if (t_.isFiniteForm(w))
        return true;
    return false;
  }

  /// "unless Suria, which owes it money, pays by Friday": over what is set off, to the end of the clause.
  Stretch overRelative(Stretch s) const {
    WordIndex w = s.last + 1;
    if (w + 2 >= t_.size() || !isComma(w) || !any(w + 1, {"which", "who", "whose", "where"}))
      return s;
    ++w;
    while (w < highest_ && !isComma(w))
      ++w;
    if (w >= highest_ || t_[w + 1].upos == Upos::cconj)
      return s;
    ++w;
    while (w < highest_ && !isComma(w + 1))
      ++w;
    return clipped({s.first, w});
  }

  /// "until the fine | was paid", "should Vance | go": to the mark behind the verb that the tree has left
  /// out.
  Stretch overVerb(Stretch s) const {
    const auto hasVerb = [&](WordIndex first, WordIndex last) {
      for (WordIndex w = first; w <= last; ++w)
        if (t_[w].upos == Upos::verb || t_[w].upos == Upos::aux)
          return true;
      return false;
    };
    WordIndex last = s.last;
    while (last + 1 <= highest_ && t_[last + 1].upos != Upos::punct && t_[last + 1].upos != Upos::cconj)
      ++last;
    return hasVerb(s.first, s.last) || !hasVerb(s.last, last) ? s : clipped({s.first, last});
  }

  const SentenceTree& t_;
  Range marker_;
  WordIndex lowest_ = 0;
  WordIndex highest_ = 0;
  WordIndex begin_ = 0; ///< first and last word of the marker
  WordIndex end_ = 0;

  Range bytes(Stretch s) const { return {t_[s.first].range.begin, t_[s.last].range.end}; }

  /// The first word that ends after a byte.
  WordIndex at(std::size_t byte) const {
    const auto found = std::ranges::upper_bound(t_.words(), byte, {},
                                                [](const grammar::TreeWord& w) { return w.range.end; });
    return static_cast<WordIndex>(found - t_.words().begin());
  }

  bool any(WordIndex w, std::initializer_list<std::string_view> words) const {
    return std::ranges::any_of(words, [&](std::string_view word) { return t_.is(w, word); });
  }
  bool isSpeech(WordIndex w) const {
    const Word* known = Lexicon::get().find(keyOf(t_.text(w)));
    return known != nullptr && (known->common & lexical::cue) != 0 && known->cue != CueClass::act &&
           known->cue != CueClass::call && t_[w].upos == Upos::verb;
  }
  bool isMark(WordIndex w) const { return t_[w].upos == Upos::punct; }
  bool isComma(WordIndex w) const { return any(w, {",", ";", ":", "-", "--", "–", "—"}); }

  /// For a noun taken for what the marker opens: the finite verb beside it that has no subject.
  WordIndex laterVerb(WordIndex noun) const {
    const WordIndex head = t_.head(noun);
    if (head == noWord || head > noun)
      return noWord;
    for (const WordIndex child : t_.children(head))
      if (child > noun && t_.isFiniteClause(child) && !t_.has(child, Relation::nsubj) &&
          t_[child].upos == Upos::verb)
        return child;
    return noWord;
  }

  /// A marker that a clause follows.
  bool wantsClause() const {
    return any(begin_, {"if", "unless", "once", "until", "till", "before", "while", "provided", "only"}) &&
           begin_ + 1 >= end_;
  }

  /// The head of the clause, or of the noun, that the marker opens.
  WordIndex clauseBehind() const {
    for (WordIndex m = end_ + 1; m-- > begin_;) {
      const WordIndex head = t_.head(m);
      if (head == noWord)
        continue;
      const Relation r = grammar::base(t_.relation(m));
      if (head > end_ &&
          (r == Relation::mark || r == Relation::case_ || r == Relation::advmod || r == Relation::aux ||
           r == Relation::cop || r == Relation::fixed || any(m, {"provided", "assuming", "providing"})))
        return head;
      if (head >= begin_ && head <= end_)
        continue;
    }
    if (begin_ == end_ && any(begin_, {"were", "had", "should"}))
      for (const WordIndex child : t_.children(begin_))
        if (child > end_ && grammar::base(t_.relation(child)) == Relation::nsubj)
          return begin_;                       // "Were the strike to go on" with the verb at its head
    for (WordIndex m = begin_; m <= end_; ++m) // "provided Suria withdrew", "assuming", "contingent on"
      for (const WordIndex child : t_.children(m)) {
        const Relation r = grammar::base(t_.relation(child));
        if (child > end_ && (r == Relation::ccomp || r == Relation::acl || r == Relation::obl ||
                             r == Relation::nmod || r == Relation::advcl))
          return child;
      }
    return noWord;
  }

  Stretch trimmed(Stretch s) const {
    while (!s.empty() && (isMark(s.first) && !any(s.first, {"\"", "(", "'"})))
      ++s.first;
    while (!s.empty() && s.last > s.first && isMark(s.last) && !isClosing(s))
      --s.last;
    return s;
  }

  /// A mark that closes what was opened within.
  bool isClosing(Stretch s) const {
    if (!any(s.last, {"\"", ")", "'"}))
      return false;
    std::size_t same = 0;
    for (WordIndex w = s.first; w <= s.last; ++w)
      same += any(s.last, {"\""}) ? any(w, {"\""}) : any(s.last, {")"}) ? any(w, {"(", ")"}) : any(w, {"'"});
    return same % 2 == 0;
  }

  Stretch clipped(Stretch s) const {
    s.first = std::max(s.first, lowest_);
    s.last = std::min(s.last, highest_);
    return trimmed(s);
  }

  bool finite(WordIndex clause) const {
    return t_.isFiniteClause(clause) || t_.has(clause, Relation::nsubj) ||
           t_.has(clause, Relation::nsubjPass);
  }

  // ---- two clauses without a mark between them

  bool isNominal(WordIndex w) const {
    const Upos u = t_[w].upos;
    return u == Upos::noun || u == Upos::propn || u == Upos::adj || u == Upos::num || u == Upos::det ||
           u == Upos::pron || t_[w].xpos == Xpos::pos;
  }
  bool isFinite(WordIndex w) const {
    return t_.isFiniteForm(w) && (t_[w].upos == Upos::verb || t_[w].upos == Upos::aux);
  }
  /// A pronoun that is a subject, or what opens a noun: "she", "the", "our".
  bool opensNoun(WordIndex w) const {
    return any(w, {"i", "we", "he", "she", "they", "it", "you", "there", "nobody", "none"}) ||
           t_[w].upos == Upos::det || t_[w].relation == Relation::nmodPoss;
  }
  /// Where the noun before a finite verb begins; the verb itself where there is none.
  WordIndex nounBefore(WordIndex verb, WordIndex lowest) const {
    WordIndex w = verb;
    while (w > lowest && t_[w - 1].upos == Upos::adv)
      --w;
    if (w == lowest || !isNominal(w - 1))
      return verb;
    while (w > lowest && isNominal(w - 1) && !opensNoun(w))
      --w;
    return opensNoun(w) ? w : verb;
  }
  /// "the talks failed | the firm would close": the noun with which a second clause begins, between words of
  /// which the first have a verb of their own; `noWord` where there is none.
  WordIndex secondSubject(WordIndex from, WordIndex to) const {
    WordIndex first = from + 1;
    while (first <= to && !isFinite(first))
      ++first;
    if (first > to || isSpeech(first))
      return noWord;
    for (WordIndex verb = first + 2; verb <= to; ++verb) {
      if (!isFinite(verb))
        continue;
      const WordIndex noun = nounBefore(verb, first + 1);
      if (noun == verb)
        continue;
      const WordIndex before = noun - 1;
      const bool within = t_[before].upos == Upos::adp || t_[before].upos == Upos::sconj ||
                          t_[before].upos == Upos::cconj || t_[before].upos == Upos::pron ||
                          t_[before].upos == Upos::part || isSpeech(before);
      if (!within)
        return noun;
    }
    return noWord;
  }
  bool hasSubject(Stretch s) const {
    for (WordIndex w = s.first; w <= s.last; ++w)
      if (isFinite(w))
        return nounBefore(w, s.first) != w || hasNounBefore(s.first, w);
    return true;
  }
  bool hasNounBefore(WordIndex from, WordIndex to) const {
    for (WordIndex w = from; w < to; ++w)
      if (t_[w].upos == Upos::noun || t_[w].upos == Upos::propn || t_[w].upos == Upos::pron)
        return true;
    return false;
  }
  /// The other half is what somebody said, or begins in the middle: "My wife said | if they stopped | she
  /// would know", "If the talks failed | the firm would close".
  bool isBroken(Stretch condition, Stretch consequence) const {
    if (consequence.empty())
      return true;
    if (consequence.first > condition.last)
      return !hasSubject(consequence);
    return consequence.last + 1 == begin_ && isSpeech(consequence.last);
  }
  void part(Stretch& condition, Stretch& consequence) const {
    if (!wantsClause() || condition.first >= condition.last)
      return;
    const bool behind = !consequence.empty() && consequence.first > condition.last;
    if (isBroken(condition, consequence)) {
      const WordIndex last = behind ? consequence.last : condition.last;
      const WordIndex second = secondSubject(condition.first, last);
      if (second == noWord || second <= condition.first)
        return;
      condition = clipped({condition.first, second - 1});
      consequence = clipped({second, last});
      return;
    }
    for (WordIndex w = condition.first + 2; behind && w + 2 <= condition.last; ++w)
      if (t_.is(w, ",") && opensNoun(w + 1) && secondSubject(condition.first, condition.last) == w + 1) {
        consequence = clipped({w + 1, condition.last}); // "If the answer is no, the drums go home; …"
        condition = clipped({condition.first, w - 1});
        return;
      }
  }

  bool hasModal(WordIndex clause) const {
    return std::ranges::any_of(t_.children(clause), [&](WordIndex c) {
      return t_.relation(c) == Relation::aux && t_[c].xpos == Xpos::md;
    });
  }

  /// Clauses that the parser put below the condition although they are the other half: after a comma, with a
  /// subject of their own; or joined to it, with the modal that the condition lacks.
  WordIndex strayIn(WordIndex clause) const {
    for (const WordIndex child : t_.children(clause)) {
      if (child < clause)
        continue;
      const Relation r = grammar::base(t_.relation(child));
      const auto extent = t_.extent(child);
      if (r == Relation::conj && thenFollows(extent.last)) // "If P and R, then Q": both are the condition
        continue;
      const bool comma = isComma(extent.first) || (extent.first > 0 && isComma(extent.first - 1));
      const bool other = (r == Relation::ccomp || r == Relation::parataxis || r == Relation::conj ||
                          r == Relation::advcl || r == Relation::dep) &&
                         finite(child);
      if (other && r != Relation::conj && comma && t_.subject(child) != noWord && !marked(child))
        return child;
      if (r == Relation::conj && other && hasModal(child) && !hasModal(clause))
        return child;
      if (r == Relation::conj && comma && other && t_.has(child, Relation::nsubj) &&
          !t_.has(child, Relation::cc))
        return child;
    }
    return noWord;
  }

  bool thenFollows(WordIndex w) const { return w + 2 < t_.size() && isComma(w + 1) && any(w + 2, {"then"}); }

  bool marked(WordIndex clause) const {
    return std::ranges::any_of(t_.children(clause), [&](WordIndex c) {
      return t_.relation(c) == Relation::mark && !t_.is(c, "that") && c < clause;
    });
  }

  Stretch conditionOf(WordIndex clause) const {
    Stretch s{end_ + 1, t_.extent(clause).last};
    if (const WordIndex stray = strayIn(clause); stray != noWord) {
      const WordIndex first = t_.extent(stray).first;
      s.last = first == 0 ? s.last : first - 1;
      if (t_.has(stray, Relation::cc))
        s.last = std::min(s.last, t_.child(stray, Relation::cc) - 1);
    }
    if (s.last < clause && clause > end_) // the words before its head
      s.last = clause;
    for (WordIndex w = clause + 1; w < highest_ && !any(w, {";"}); ++w) // "If P, or R, then Q"
      if (isComma(w) && any(w + 1, {"then"})) {
        s.last = w - 1;
        return clipped(s);
      }
    // what a comma sets off at its end and adds: ", adding that", ", she said"
    for (WordIndex w = clause + 1; w < s.last; ++w)
      if (isComma(w) && !inBrackets(s.first, w) && addsOn(w + 1, clause))
        s.last = w - 1;
    return clipped(s);
  }

  bool inBrackets(WordIndex from, WordIndex w) const {
    int depth = 0;
    for (WordIndex i = from; i < w; ++i)
      depth += t_.is(i, "(") ? 1 : t_.is(i, ")") ? -1 : 0;
    return depth > 0;
  }

  bool addsOn(WordIndex w, WordIndex clause) const {
    if (t_[w].xpos == Xpos::vbg || any(w, {"but", "while", "whereas", "although"}))
      return true;
    const WordIndex head = t_.head(w);
    return t_.is(w - 1, ";") ||
           (head != noWord && isSpeech(head) && t_.relation(w) == Relation::nsubj && head != clause &&
            !t_.has(head, Relation::ccomp) && t_.relation(head) == Relation::parataxis);
  }

  // --- the other half

  WordIndex governor(WordIndex clause) const {
    WordIndex at = clause;
    for (int up = 0; up < 5; ++up) {
      const WordIndex head = t_.head(at);
      if (head == noWord)
        return noWord;
      at = head;
      if (at >= begin_ && at <= end_)
        continue;
      if (isClause(at))
        return at;
      const Relation r = grammar::base(t_.relation(at));
      if (r != Relation::advmod && r != Relation::obl && r != Relation::nmod && r != Relation::obj &&
          r != Relation::fixed && r != Relation::amod && r != Relation::xcomp && r != Relation::nsubj)
        return at;
    }
    return at;
  }

  /// "would be ready to talk if": the condition belongs to the whole clause, unless the infinitive is what
  /// somebody is told to do.
  WordIndex wholeClause(WordIndex main) const {
    while (!finite(main) && t_.head(main) != noWord) {
      const Relation r = grammar::base(t_.relation(main));
      const WordIndex head = t_.head(main);
      const Word* known = Lexicon::get().find(keyOf(t_.text(head)));
      const bool tells = known != nullptr && (known->common & lexical::cue) != 0 &&
                         t_[head].upos == Upos::verb && known->lemma != "consider";
      if ((r != Relation::xcomp && r != Relation::acl && r != Relation::ccomp && r != Relation::advcl) ||
          tells || (t_[main].xpos != Xpos::vb && t_[main].xpos != Xpos::vbg))
        return main;
      main = head;
    }
    return main;
  }

  bool isClause(WordIndex w) const {
    return t_[w].upos == Upos::verb || t_[w].upos == Upos::aux || t_.has(w, Relation::cop) ||
           t_.has(w, Relation::nsubj) || t_.has(w, Relation::nsubjPass) || t_.has(w, Relation::aux);
  }

  /// A verb of speech above the condition: the other half is in the reported words.
  WordIndex toldBy(WordIndex verb, Stretch condition) const {
    WordIndex best = noWord;
    for (const WordIndex child : t_.children(verb)) {
      const Relation r = t_.relation(child);
      if (r != Relation::ccomp && r != Relation::parataxis && r != Relation::xcomp)
        continue;
      if (child < condition.first || child > condition.last)
        best = best == noWord || child > condition.last ? child : best;
    }
    return best;
  }

  Stretch consequenceOf(WordIndex clause, Stretch condition) const {
    if (const WordIndex stray = strayIn(clause); stray != noWord && t_.extent(stray).first > condition.last)
      return half(stray, condition, true);
    WordIndex main = governor(clause);
    if (main == noWord)
      return rootFirst(clause, condition);
    if (isSpeech(main)) {
      if (const WordIndex told = toldBy(main, condition); told != noWord)
        main = told;
      else if (t_.relation(main) == Relation::parataxis && t_.head(main) != noWord)
        main = t_.head(main);
    }
    if (main < begin_)
      main = wholeClause(main);
    return half(main, condition, main > condition.last);
  }

  /// The parser made the condition the root: what stands beside it is the other half.
  Stretch rootFirst(WordIndex clause, Stretch condition) const {
    for (const WordIndex child : t_.children(clause)) {
      const Relation r = grammar::base(t_.relation(child));
      if ((r == Relation::parataxis || r == Relation::ccomp || r == Relation::advcl) && !isSpeech(child) &&
          (child > condition.last || child < begin_))
        return half(child, condition, child > condition.last);
    }
    return {};
  }

  /// Where a clause begins: after its `that`, `and`, `but`.
  WordIndex startOf(WordIndex main, WordIndex first) const {
    for (const WordIndex child : t_.children(main)) {
      const Relation r = t_.relation(child);
      if ((r == Relation::mark || r == Relation::cc) && child < main && child >= first &&
          any(child, {"that", "and", "but", "or", "so", "then", "because"}))
        first = child + 1;
    }
    while (first < main && (isMark(first) || any(first, {"then", "that"})))
      ++first;
    return first;
  }

  Stretch half(WordIndex main, Stretch condition, bool behind) const {
    auto extent = t_.extent(main);
    Stretch s{extent.first, extent.last};
    WordIndex open = begin_;
    while (open > 0 && any(open - 1, {"only", "but", ",", "even", "-", "just", "and"}))
      --open;
    if (behind || s.first > condition.last || (s.first >= open && s.last > condition.last)) {
      s.first = std::max(s.first, condition.last + 1);
      s.first = startOf(main, s.first);
      s = withoutAside(main, s, condition);
    } else if (main < open) {
      if (s.last > condition.last && goesOnBehind(main, condition))
        return clipped({startOf(main, s.first), s.last}); // "would, if attacked, respond"
      s.last = open == 0 ? 0 : open - 1;
      s.first = startOf(main, s.first);
    }
    return s.empty() ? s : clipped(s);
  }

  /// A modal before the condition, its verb after it.
  bool goesOnBehind(WordIndex main, Stretch condition) const { return main > condition.last; }

  /// ", Holt said, " between the halves, and what is joined or added after the second.
  Stretch withoutAside(WordIndex main, Stretch s, Stretch condition) const {
    for (const WordIndex child : t_.children(main)) {
      const auto extent = t_.extent(child);
      const bool speech = isSpeech(child) && (t_.relation(child) == Relation::parataxis);
      if (speech && extent.first > condition.last && extent.first < main && extent.last + 1 < s.last)
        s.first = std::max(s.first, extent.last + 1);
      else if (speech && extent.first > main)
        s.last = std::min(s.last, extent.first - 1);
    }
    for (WordIndex w = std::max(main, s.first) + 1; w < s.last; ++w)
      if (t_.is(w, ";") ||
          (isComma(w) && (any(w + 1, {"but", "while", "whereas"}) || t_[w + 1].xpos == Xpos::vbg)))
        s.last = w - 1;
    while (s.first < s.last && isMark(s.first))
      ++s.first;
    return s;
  }
};

} // namespace

std::optional<Halves> halvesByTree(const SentenceTree& tree, Range marker, Range scope) {
  return Finder(tree, marker, scope).run();
}

bool hasClauseOfTime(const SentenceTree& t, std::size_t byte) {
  const auto found =
      std::ranges::find(t.words(), byte, [](const grammar::TreeWord& w) { return w.range.begin; });
  if (found == t.words().end())
    return false;
  const auto time = static_cast<WordIndex>(found - t.words().begin());
  const bool ahead = std::any_of(t.words().begin(), found, [](const grammar::TreeWord& w) {
    return w.xpos == Xpos::md || w.xpos == Xpos::to;
  });
  return ahead && std::ranges::any_of(t.children(time), [&](WordIndex c) {
           return c > time && grammar::base(t.relation(c)) == Relation::acl && t.has(c, Relation::nsubj);
         });
}

bool isInverted(const SentenceTree& t, std::size_t byte) {
  const auto found =
      std::ranges::find(t.words(), byte, [](const grammar::TreeWord& w) { return w.range.begin; });
  if (found == t.words().end() || t.is(static_cast<WordIndex>(t.size() - 1), "?"))
    return false;
  const auto w = static_cast<WordIndex>(found - t.words().begin());
  const WordIndex clause = t.head(w);
  const Relation r = t.relation(w);
  if (clause == noWord || clause < w || (r != Relation::aux && r != Relation::auxPass && r != Relation::cop))
    return false;
  const WordIndex subject = t.subject(clause);
  if (subject == noWord || subject < w || t.head(subject) != clause)
    return false;
  for (const WordIndex child : t.children(clause)) // "What had they paid", "nor had they paid", "so had"
    if (child < w && (t[child].upos == Upos::adv || t[child].upos == Upos::cconj || t.is(child, "what") ||
                      t.is(child, "who")))
      return false;
  return w == 0 || t.relation(clause) != Relation::root || t.words()[w - 1].upos == Upos::punct;
}

} // namespace stasis::evidence
