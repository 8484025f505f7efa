#include "evidence/reading/reported_speech.h"

#include "evidence/reading/reported_aside.h"
#include "evidence/reading/reported_clause.h"
#include "evidence/reading/reported_noun.h"
#include "evidence/reading/reported_phrase.h"
#include "evidence/reading/reported_speaker.h"
#include "evidence/reading/standing.h"
#include "evidence/reading/verb_of_speech.h"

#include <algorithm>
#include <iterator>
#include <ranges>

namespace stasis::evidence {

namespace {

/// Verbs that report speech only with a clause: "the court held that", "she moved that".
bool tellsThat(const Syntax& s, WordIndex w) {
  if (!s.isAny(w,
               {"held", "holds", "found", "finds", "ruled", "rules", "moved", "moves", "decided", "decides"}))
    return false;
  for (WordIndex i = w + 1; i < s.tree().size() && i < w + 5; ++i)
    if (s.isAny(i, {"that"}) && s.tree()[i].upos == Upos::sconj)
      return true;
  // "the study found half of it was lost": a clause of its own, and nobody who just comes upon something
  const WordIndex subject = s.tree().subject(w);
  if (subject == noWord || s.isAny(subject, {"he", "she", "they", "i", "we", "you", "who"}))
    return false;
  return std::ranges::any_of(s.tree().children(w), [&](WordIndex child) {
    return child > w && s.tree().relation(child) == Relation::ccomp && s.tree().isFiniteClause(child) &&
           s.tree().subject(child) != noWord;
  });
}

class Teller : VerbOfSpeech {
public:
  using VerbOfSpeech::VerbOfSpeech;

  bool run() {
    told_.word = v_;
    told_.verb = s_.tokenOf(v_);
    if (const Word* known = s_.known(v_))
      told_.cue = known->cue;
    findSpeakers(s_, v_, told_);
    if (told_.speakers.empty())
      return false;
    if (!findPhrase(s_, v_, told_) && !onlyWithWords() && !findClause(s_, v_, told_))
      findAround(s_, v_, told_);
    if (!told_.content)
      bareAct();
    Standing standing = standingOf(s_, v_);
    if (told_.aside) // its words stand above it
      standing = isDenied(s_, v_) ? Standing{Reality::negated, v_} : Standing{};
    if (told_.aside && standing.reality == Reality::asserted && hasModal()) // "…, we will answer"
      standing = {Reality::hypothetical, v_};
    if (standing.reality != Reality::asserted)
      told_.reality = standing.reality;
    if (told_.reality == Reality::asserted && (told_.relative || t_[v_].xpos == Xpos::vbg) && isAnybody())
      told_.reality = Reality::hypothetical; // "a player who refuses to appear"
    if (told_.reality == Reality::asserted && isNothing())
      told_.reality = Reality::negated;
    if (told_.reality == Reality::asserted && isBackground())
      told_.reality = Reality::reported;
    const bool finite = t_[v_].xpos == Xpos::vbd || t_[v_].xpos == Xpos::vbz; // "some I spoke to said"
    if (told_.reality == Reality::asserted && s_.isInfinitive(v_) && !finite && !goesOn())
      told_.reality = Reality::hypothetical; // "promised not to attack"
    if (standing.because != noWord)
      step("unreal by", standing.because);
    if (told_.head != noWord && isDenied(s_, told_.head))
      told_.polarity = Polarity::negative;
    if (told_.head != noWord && refuses(v_) && answers(told_.head) && told_.reality == Reality::asserted)
      told_.reality = Reality::negated; // "declined to say whether …" says nothing
    if (s_.known(v_) != nullptr && refuses(v_))
      told_.polarity = Polarity::negative;
    return true;
  }

  /// "said the demand was illegal and that the logs were theirs": what is reported beside the first clause,
  /// which ends before it.
  std::vector<ReportedSpeech> besides(ReportedSpeech& first) const {
    std::vector<ReportedSpeech> more;
    if (first.tail)
      more.push_back(behindAside(first));
    if (!first.content || first.head == noWord || first.aside || first.question)
      return more;
    more = listed(first);
    if (!more.empty())
      return more;
    for (const WordIndex from : {first.head, v_})
      for (const WordIndex c : t_.children(from))
        if (t_.relation(c) == Relation::conj && c > first.head && !s_.inQuote(c) && isOther(first.head, c) &&
            !(from == v_ && isVerbOfSpeech(c) && thatOf(c) == noWord))
          more.push_back(beside(first, c));
    return more;
  }

private:
  /// "said that the offer was fair, that it stood, and that nobody had refused it; that …": what each further
  /// `that` opens, wherever the tree puts its clause.
  std::vector<ReportedSpeech> listed(ReportedSpeech& first) const {
    std::vector<WordIndex> opens;
    const WordIndex behind = std::max(first.head, v_);
    const bool finite = t_.isFiniteClause(first.head);
    for (WordIndex w = behind + 2; w + 2 < t_.size() && first.head > v_; ++w) {
      if (isVerbOfSpeech(w) && t_[w].upos == Upos::verb && s_.isAny(w + 1, {"that"}))
        break; // what follows is told by that one
      const bool set = isJoined(w) || (finite && s_.isComma(w - 1));
      const bool clear = finite || (t_[w].upos == Upos::sconj && t_[w].range.end <= first.content->end);
      if (set && clear && s_.isAny(w, {"that"}) && opensClause(w) && !s_.inQuote(w))
        opens.push_back(w);
    }
    while (!opens.empty() && !isJoined(opens.back()) && !t_.is(opens.back() - 1, ";"))
      opens.pop_back(); // "told them in 2004, and again in 2011, that": no list
    std::vector<ReportedSpeech> more;
    for (std::size_t i = 0; i < opens.size(); ++i) {
      const WordIndex last = i + 1 < opens.size() ? endBefore(opens[i + 1]) : lastOf();
      if (last < opens[i] + 2)
        continue;
      ReportedSpeech other = first;
      other.second = true;
      other.tail = std::nullopt;
      other.head = t_.head(opens[i]);
      other.content = bytes(opens[i] + 1, cut(opens[i] + 1, last));
      const bool known = other.head != noWord && other.head > opens[i];
      other.polarity = known && isDenied(s_, other.head) ? Polarity::negative : Polarity::positive;
      more.push_back(std::move(other));
    }
    if (!more.empty())
      first.content->end = std::min(first.content->end, t_[endBefore(opens.front())].range.end);
    return more;
  }

  bool isJoined(WordIndex w) const { return s_.isAny(w - 1, {"and", "but", "or"}); }

  /// `that` before a clause, not before its noun: "and that plan failed".
  bool opensClause(WordIndex that) const {
    if (t_[that].upos == Upos::sconj)
      return true;
    return t_.relation(that) == Relation::mark || t_[that + 1].upos == Upos::pron ||
           t_[that + 1].upos == Upos::det;
  }

  /// The last word before `, and that`.
  WordIndex endBefore(WordIndex that) const {
    WordIndex w = that - 1;
    while (w > v_ + 1 && (s_.isAny(w, {"and", "but", "or"}) || (t_[w].upos == Upos::punct && !isClosing(w))))
      --w;
    return w;
  }

  bool isVerbOfSpeech(WordIndex w) const {
    return s_.known(w) != nullptr && (s_.known(w)->common & lexical::cue) != 0;
  }

  bool hasModalAt(WordIndex clause) const {
    return std::ranges::any_of(t_.children(clause), [&](WordIndex c) {
      return t_.relation(c) == Relation::aux && t_[c].xpos == Xpos::md;
    });
  }

  /// A separate clause among those reported: it has its own `that`, follows `but`, or is about the future
  /// beside the present.
  bool isOther(WordIndex head, WordIndex clause) const {
    if (!s_.hasChild(clause, Relation::cc, {"and", "but"}) || isCondition(clause))
      return false;
    if (const WordIndex cc = t_.child(clause, Relation::cc); cc + 2 < t_.size() && limits(cc))
      return false; // "would pay, but only if"
    if (thatOf(clause) != noWord)
      return t_.isFiniteClause(clause);
    const bool finite = t_.isFiniteClause(clause) || hasModalAt(clause);
    const WordIndex cc = t_.child(clause, Relation::cc);
    if (ownSubjectOf(clause) != noWord && cc > 0 && s_.isComma(cc - 1)) // ", but Suria has not responded"
      return false;
    if (!finite || told_.cue == CueClass::act || !t_.isFiniteClause(head))
      return false;
    return s_.hasChild(clause, Relation::cc, {"but"}) || hasModalAt(clause) != hasModalAt(head);
  }

  ReportedSpeech behindAside(const ReportedSpeech& first) const {
    ReportedSpeech other = first;
    other.content = first.tail;
    other.tail = other.rest = std::nullopt;
    other.aside = false;
    other.second = true;
    other.polarity = Polarity::positive;
    for (WordIndex w = 0; w < t_.size(); ++w)
      if (t_[w].range.begin >= other.content->begin && s_.isAny(w, {"not", "n't", "never", "no"}))
        other.polarity = Polarity::negative;
    return other;
  }

  ReportedSpeech beside(ReportedSpeech& first, WordIndex clause) const {
    ReportedSpeech other = first;
    other.second = true;
    const WordIndex that =
        thatOf(clause) != noWord ? thatOf(clause) : std::max(t_.child(clause, Relation::cc), first.head);
    WordIndex last = t_.extent(clause).last;
    while (last > clause && t_[last].upos == Upos::punct && !isClosing(last))
      --last;
    other.content = bytes(that + 1, cut(that + 1, last));
    other.head = clause;
    other.polarity = isDenied(s_, clause) ? Polarity::negative : Polarity::positive;
    WordIndex end = extentOf(clause).first - 1;
    while (end > first.head && t_[end].upos == Upos::punct && !isClosing(end))
      --end;
    first.content->end = std::min(first.content->end, t_[end].range.end);
    return other;
  }

  /// "a player who refuses": anybody who does, and nobody by name.
  bool isAnybody() const {
    const WordIndex who = t_.head(v_);
    if (who != noWord &&
        s_.isAny(who, {"anyone", "anybody", "everyone", "everybody", "someone", "somebody", "whoever"}))
      return true;
    if (t_[v_].xpos == Xpos::vbg) { // "any club refusing to play", whatever the tree makes of it
      const model::Range first = s_.sentence().tokens[told_.speakers.front().first].range;
      return v_ > 0 && !s_.isComma(v_ - 1) && told_.heads.front() != told_.speakers.front().first &&
             std::ranges::any_of(std::views::iota(WordIndex{0}, v_), [&](WordIndex w) {
               return t_[w].range.begin == first.begin && s_.isAny(w, {"any", "every", "each"});
             });
    }
    const bool always = t_[v_].xpos == Xpos::vbz || t_[v_].xpos == Xpos::vbp;
    return who != noWord && (always || s_.hasChild(t_.root(), Relation::aux, {"would"})) &&
           s_.hasChild(who, Relation::det, {"a", "an", "any", "every", "each"});
  }

  /// "announced no plans to close", "offered no concessions": the act that was not made.
  bool isNothing() const {
    const WordIndex what = object();
    return what != noWord && what > v_ && s_.hasChild(what, Relation::det, {"no"}) &&
           s_.isAny(v_, {"announced", "announces", "offered", "offers", "proposed", "proposes"});
  }

  /// "…, as it had rejected the first": earlier events, mentioned in passing.
  bool isBackground() const {
    if (t_.relation(v_) == Relation::advcl && t_.head(v_) > v_ && s_.hasChild(v_, Relation::aux, {"having"}))
      return true; // "Having promised a vote, the mayor says"
    return t_.relation(v_) == Relation::advcl && s_.hasChild(v_, Relation::aux, {"had"}) &&
           (s_.hasChild(v_, Relation::mark, {"as"}) || s_.hasChild(v_, Relation::advmod, {"as"}));
  }

  /// "gave", "set": verbs that report speech only in their phrases.
  bool onlyWithWords() const {
    const Word* known = s_.known(v_);
    if (tellsThat(s_, v_))
      return false;
    const bool thinks = known != nullptr && known->cue == CueClass::think;
    return known != nullptr && known->isTelling && ((known->common & lexical::cue) == 0 || thinks) &&
           known->lemma != "move";
  }

  /// "He has refused.": the act, with nothing after it.
  void bareAct() {
    if (!s_.isAny(v_, {"refused", "declined", "agreed", "refuses", "declines", "agrees"}) || told_.passive ||
        told_.borrowed || (v_ + 1 < t_.size() && t_[v_ + 1].upos != Upos::punct))
      return;
    const WordIndex subject = ownSubjectOf(v_);
    if (subject == noWord || subject > v_ || (t_.root() != v_ && t_.relation(v_) != Relation::conj))
      return;
    put(extentOf(subject).first, v_, v_);
  }

  /// "went on to say": an infinitive that nevertheless reports speech.
  bool goesOn() const {
    const WordIndex head = t_.head(v_);
    return head != noWord && s_.known(head) != nullptr && s_.known(head)->unreal == Unreal::goesOn;
  }

  bool refuses(WordIndex v) const {
    const std::string_view lemma = s_.lemma(v);
    return lemma == "refuse" || lemma == "decline" || lemma == "reject" || lemma == "oppose";
  }

  /// "to say whether", "to comment": refusing this leaves open what was asked.
  bool answers(WordIndex v) const {
    if (s_.isAny(v, {"comment", "elaborate", "speculate"}))
      return true;
    if (!s_.isAny(v, {"say", "disclose", "reveal", "specify", "confirm", "tell"}))
      return false;
    return std::ranges::any_of(t_.children(v), [&](WordIndex clause) {
      return clause > v && s_.isAny(extentOf(clause).first,
                                    {"whether", "if", "when", "how", "who", "what", "why", "where", "which"});
    });
  }
};

/// "Norland calls on Suria to …" may be taken for a noun with names before it.
bool strayedNoun(const Syntax& s, WordIndex w) {
  const Word* known = s.known(w);
  if (known == nullptr || (known->common & lexical::cue) == 0 || known->form != VerbForm::third || w == 0 ||
      w + 1 >= s.tree().size() || !s.tree().has(w, Relation::compound))
    return false;
  return s.tree().root() == w ||
         (s.tree()[w - 1].upos == Upos::propn && s.isAny(w + 1, {"for", "on", "upon"}));
}

bool tells(const Syntax& s, WordIndex w) {
  if (s.inQuote(w) || (s.tree()[w].upos != Upos::verb && !strayedNoun(s, w)))
    return false;
  const Word* known = s.known(w);
  if (tellsThat(s, w))
    return true;
  if (known != nullptr && (known->common & lexical::cue) != 0)
    return (known->cue != CueClass::think && known->cue != CueClass::read) || known->isTelling;
  return known != nullptr && known->isTelling;
}

} // namespace

std::vector<ReportedSpeech> reportedSpeechIn(const Syntax& syntax) {
  std::vector<ReportedSpeech> all;
  for (WordIndex w = 0; w < syntax.tree().size(); ++w)
    if (tells(syntax, w)) {
      ReportedSpeech one;
      Teller teller(syntax, w, one);
      if (!teller.run())
        continue;
      std::vector<ReportedSpeech> more = teller.besides(one);
      all.push_back(std::move(one));
      std::ranges::move(more, std::back_inserter(all));
    } else if (namesAct(syntax, w)) {
      if (ReportedSpeech one; findByNoun(syntax, w, one))
        all.push_back(std::move(one));
    }
  return all;
}

} // namespace stasis::evidence
