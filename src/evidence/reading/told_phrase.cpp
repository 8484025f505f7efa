#include "evidence/reading/told_phrase.h"

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

  /// "called on X to", "expressed readiness to", "reserves the right to", "set three conditions for".
  bool phrase() {
    const std::string_view lemma = s_.lemma(v_);
    if (lemma == "call")
      return callOn();
    if (lemma == "want")
      return wantsDone();
    const WordIndex what = t_.child(v_, Relation::obj);
    if (what == noWord || what < v_)
      return false;
    if ((lemma == "express" || lemma == "voice") &&
        s_.isAny(what,
                 {"concern", "regret", "alarm", "support", "outrage", "dismay", "solidarity", "confidence",
                  "doubt", "doubts", "fear", "fears", "opposition", "hope", "thanks", "condolences"})) {
      step("obj", what);
      return put(extentOf(what).first, std::max(extentOf(what).last, endOfVerb(extentOf(what).last)), what);
    }
    if (lemma == "grant" &&
        s_.isAny(what, {"permission", "leave", "request", "application", "bail", "amnesty", "access",
                        "extension", "visa", "visas", "appeal", "injunction"})) {
      step("obj", what);
      return put(extentOf(what).first, lastOf(), what);
    }
    const bool fits = (expresses(lemma) && s_.isAny(what, {"readiness", "willingness", "determination",
                                                           "intention", "preparedness"})) ||
                      (lemma == "reserve" && s_.isAny(what, {"right"})) ||
                      ((lemma == "set" || lemma == "lay" || lemma == "impose") &&
                       s_.isAny(what, {"condition", "conditions", "deadline", "terms", "ultimatum"})) ||
                      (lemma == "make" && makesCondition(what)) ||
                      ((lemma == "issue" || lemma == "give" || lemma == "deliver") &&
                       s_.isAny(what, {"ultimatum", "deadline"}));
    if (!fits)
      return false;
    step("obj", what);
    for (const WordIndex child : t_.children(what))
      if (expresses(lemma) && s_.isInfinitive(child))
        return put(extentOf(child).first, endOfVerb(extentOf(child).last), child);
    for (const WordIndex child : t_.children(v_))
      if (expresses(lemma) && child > what && s_.isInfinitive(child))
        return put(extentOf(child).first, endOfVerb(extentOf(child).last), child);
    const auto extent = extentOf(v_);
    WordIndex last = extentOf(what).last;
    while (last < extent.last && !s_.isComma(last + 1) && t_[last + 1].upos != Upos::punct)
      ++last;
    return put(extentOf(what).first, last, what);
  }

  /// "wants the ministry to move the route": what another is to do; "wants to go" tells nothing.
  bool wantsDone() {
    const WordIndex whom = object();
    for (const WordIndex child : t_.children(v_)) {
      const WordIndex own = ownSubjectOf(child);
      const WordIndex who = own != noWord ? own : whom;
      const Relation r = t_.relation(child);
      if ((r != Relation::xcomp && r != Relation::ccomp) || !s_.isInfinitive(child) || who == noWord ||
          who < v_ || who > child)
        continue;
      told_.cue = CueClass::act;
      told_.addressee = phraseOf(s_, who);
      step("wants", who);
      step("xcomp", child);
      return put(extentOf(who).first, endOfVerb(extentOf(child).last), child);
    }
    return false;
  }

  static bool expresses(std::string_view lemma) {
    return lemma == "express" || lemma == "signal" || lemma == "declare" || lemma == "reiterate" ||
           lemma == "reaffirm" || lemma == "voice" || lemma == "stress" || lemma == "indicate";
  }

  bool makesCondition(WordIndex what) const {
    const auto extent = extentOf(v_);
    for (WordIndex w = what; w <= extent.last && w < what + 8; ++w)
      if (s_.isAny(w, {"condition", "precondition"}))
        return true;
    return false;
  }

  /// By the words behind the verb: trees hang them in many ways.
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
      return put(v_ + 2, last, noWord);
    }
    return false;
  }
};

} // namespace

bool findPhrase(const Syntax& syntax, WordIndex verb, Told& told) {
  return PhraseOfVerb(syntax, verb, told).run();
}

} // namespace stasis::evidence
