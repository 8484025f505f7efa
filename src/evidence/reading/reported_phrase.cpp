#include "evidence/reading/reported_phrase.h"

#include "evidence/reading/verb_of_speech.h"

#include <algorithm>

namespace stasis::evidence {

namespace {

class PhraseOfVerb : VerbOfSpeech {
public:
  using VerbOfSpeech::VerbOfSpeech;

  bool run() { return ultimatum() || phrase(); }

private:
  // "gave Suria until Friday to withdraw"
  bool ultimatum() {
    if (s_.lemma(v_) != "give")
      return false;
    for (WordIndex w = v_ + 1; w + 1 < t_.size(); ++w) {
      if (!s_.isAny(w, {"until", "till"}) || t_[w].upos == Upos::punct)
        continue;
      const WordIndex whom = object();
      if (whom == noWord || whom > w)
        return false;
      told_.addressee = phraseOf(s_, whom);
      step("until", w + 1);
      WordIndex last = w + 1;
      while (last + 1 < t_.size() && t_[last + 1].upos != Upos::punct)
        ++last;
      return put(w, last, noWord);
    }
    return false;
  }

  /// "called on X to", and what a verb reports with the words of its classes (words/telling_with.txt).
  bool phrase() {
    const std::string_view lemma = s_.lemma(v_);
    if (lemma == "call")
      return callOn();
    if (lemma == "want")
      return wantsDone();
    const std::uint16_t with = s_.known(v_) == nullptr ? std::uint16_t{0} : s_.known(v_)->tellsWith;
    if (with == 0)
      return false;
    for (WordIndex w = v_ + 1; w < t_.size() && w < v_ + 12 && !s_.inQuote(w); ++w)
      if (const auto classes = static_cast<std::uint16_t>(with & classesOf(w)); classes != 0 && hangsHere(w))
        return takeWith(classes, w);
    const WordIndex what = t_.child(v_, Relation::obj);
    return lemma == "make" && what != noWord && what > v_ && makesCondition(what) && takeRest(what);
  }

  std::uint16_t classesOf(WordIndex w) const {
    return s_.known(w) == nullptr ? std::uint16_t{0} : s_.known(w)->toldWith;
  }

  /// Whether it is attached to the verb, or to its object.
  bool hangsHere(WordIndex w) const {
    const WordIndex head = t_.head(w);
    return head == v_ || (head != noWord && t_.head(head) == v_ && head > v_);
  }

  bool takeWith(std::uint16_t classes, WordIndex what) {
    step("with", what);
    if ((classes & telling::will) != 0)
      return takeWill(what);
    if ((classes & telling::feeling) != 0)
      return put(extentOf(what).first, std::max(extentOf(what).last, endOfVerb(extentOf(what).last)), what);
    if ((classes & telling::time) != 0)
      return takeTime(what);
    if ((classes & telling::blame) != 0)
      return takeFrom(object(), what);
    if ((classes & (telling::known | telling::record)) != 0)
      return takeThat(what);
    if ((classes & (telling::down | telling::out | telling::forward)) != 0)
      return takeAround(what);
    return takeRest(what);
  }

  /// The first word after `what`, attached to it or to the verb, that fits.
  template <class Fits> WordIndex behind(WordIndex what, const Fits& fits) const {
    for (const WordIndex from : {what, v_})
      for (const WordIndex child : t_.children(from))
        if (child > what && fits(child))
          return child;
    return noWord;
  }

  bool putClause(WordIndex head) { return put(extentOf(head).first, endOfVerb(extentOf(head).last), head); }

  /// "expressed readiness to talk"
  bool takeWill(WordIndex what) {
    const WordIndex done = behind(what, [&](WordIndex w) { return s_.isInfinitive(w); });
    return done != noWord ? putClause(done) : takeRest(what);
  }

  /// "gave them ten days to agree"
  bool takeTime(WordIndex what) {
    const WordIndex whom = t_.child(v_, Relation::iobj);
    if (whom != noWord && whom < what)
      told_.addressee = phraseOf(s_, whom);
    const WordIndex done = behind(what, [&](WordIndex w) { return s_.isInfinitive(w); });
    const WordIndex first = whom != noWord && whom > v_ && whom < what ? whom : what;
    return done != noWord && put(extentOf(first).first, endOfVerb(extentOf(done).last), done);
  }

  /// "holds the committee accountable for his safety"
  bool takeFrom(WordIndex whom, WordIndex what) {
    const bool one = whom == what || whom == noWord; // the tree has both for one phrase
    const WordIndex first = one ? v_ + 1 : extentOf(whom).first;
    return first > v_ && first < what && put(first, endOfVerb(extentOf(what).last), one ? what : whom);
  }

  /// "let it be known that he would not be hurried"
  bool takeThat(WordIndex what) {
    for (WordIndex w = what + 1; w + 1 < t_.size() && w < what + 8; ++w)
      if (s_.isAny(w, {"that"})) {
        const WordIndex clause = t_.head(w) != noWord && t_.head(w) > w ? t_.head(w) : w + 1;
        return put(w + 1, std::max(t_.extent(clause).last, clause), clause);
      }
    const WordIndex clause = behind(what, [&](WordIndex w) { return t_.isFiniteClause(w); });
    return clause != noWord && putClause(clause);
  }

  /// "turned the offer down", "ruled out a vote"
  bool takeAround(WordIndex particle) {
    for (const WordIndex child : t_.children(v_)) {
      const Relation r = grammar::base(t_.relation(child));
      if (child < v_ || child == particle || s_.inQuote(child) ||
          (r != Relation::obj && r != Relation::xcomp && r != Relation::ccomp) || s_.isInfinitive(child))
        continue; // "set out to raise it" tells nothing
      const bool bare = t_[child].upos == Upos::pron;
      return put(bare ? v_ : extentOf(child).first,
                 std::max(bare ? particle : v_, endOfVerb(extentOf(child).last)), child);
    }
    return false;
  }

  /// To the next mark.
  bool takeRest(WordIndex what) {
    const auto extent = extentOf(v_);
    WordIndex last = extentOf(what).last;
    while (last < extent.last && !s_.isComma(last + 1) && t_[last + 1].upos != Upos::punct)
      ++last;
    return put(extentOf(what).first, last, what);
  }

  /// "wants the ministry to move the route": what somebody else is to do; "wants to go" reports nothing.
  bool wantsDone() {
    const WordIndex whom = object();
    for (const WordIndex child : t_.children(v_)) {
      const WordIndex own = ownSubjectOf(child);
      const WordIndex who = own != noWord ? own : whom;
      const Relation r = t_.relation(child);
      const bool done = (t_[child].xpos == Xpos::vbn || t_[child].xpos == Xpos::vbd) &&
                        !t_.has(child, Relation::aux); // "wants the cull postponed"
      if ((r != Relation::xcomp && r != Relation::ccomp) || !(s_.isInfinitive(child) || done) ||
          who == noWord || who < v_ || who > child)
        continue;
      told_.cue = CueClass::act;
      told_.addressee = phraseOf(s_, who);
      step("wants", who);
      step("xcomp", child);
      return put(extentOf(who).first, endOfVerb(extentOf(child).last), child);
    }
    return false;
  }

  bool makesCondition(WordIndex what) const {
    const auto extent = extentOf(v_);
    for (WordIndex w = what; w <= extent.last && w < what + 8; ++w)
      if (s_.isAny(w, {"condition", "precondition", "conditional", "contingent", "dependent"}))
        return true;
    return false;
  }

  /// Decided by the words after the verb, because trees attach them in many ways.
  bool callOn() {
    if (v_ + 2 >= t_.size())
      return false;
    const bool forWhat = s_.isAny(v_ + 1, {"for"});
    if (!forWhat && !s_.isAny(v_ + 1, {"on", "upon"}))
      return false;
    WordIndex last = v_ + 2;
    while (last + 1 < t_.size() && t_[last + 1].upos != Upos::punct)
      ++last;
    told_.cue = CueClass::act;
    if (forWhat) {
      step("for", v_ + 2);
      return put(v_ + 2, last, noWord);
    }
    for (WordIndex w = v_ + 3; w <= last; ++w) {
      if (!s_.isAny(w, {"to"}) || w == last)
        continue;
      WordIndex whom = w - 1;
      while (t_.head(whom) != noWord && t_.head(whom) > v_ + 1 && t_.head(whom) < w)
        whom = t_.head(whom);
      told_.addressee = phraseOf(s_, whom);
      step("on", whom);
      step("to", w + 1);
      return put(v_ + 2, last, s_.isAny(w + 1, {"not"}) ? noWord : w + 1);
    }
    return false;
  }
};

} // namespace

bool findPhrase(const Syntax& syntax, WordIndex verb, ReportedSpeech& told) {
  return PhraseOfVerb(syntax, verb, told).run();
}

} // namespace stasis::evidence
