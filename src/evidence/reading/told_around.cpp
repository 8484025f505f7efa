#include "evidence/reading/told_around.h"

#include "evidence/reading/verb_of_speech.h"

#include <algorithm>

namespace stasis::evidence {

namespace {

class WordsAround : VerbOfSpeech {
public:
  using VerbOfSpeech::VerbOfSpeech;

  void run() { around(); }

private:
  /// "The port, Holt said, will close": the verb with its subject is set between the words.
  void around() {
    if (told_.cue != CueClass::say && told_.cue != CueClass::tell && told_.cue != CueClass::manner)
      return;
    if (object() != noWord && told_.cue != CueClass::tell)
      return;
    WordIndex clause = noWord;
    const Relation r = t_.relation(v_);
    const bool loose = (r == Relation::advcl || r == Relation::conj || r == Relation::dep) &&
                       !t_.has(v_, Relation::mark) && !t_.has(v_, Relation::cc) && t_.root() != v_;
    if (r == Relation::parataxis)
      clause = t_.head(v_);
    else if (loose && !t_.has(v_, Relation::advmod))
      clause = t_.root();
    else if (r == Relation::aclRelcl && !told_.relative && !hasRelative(v_))
      clause = t_.root(); // "The port, Holt said, will close"
    else
      for (const WordIndex child : t_.children(v_))
        if ((t_.relation(child) == Relation::ccomp || t_.relation(child) == Relation::parataxis) &&
            (child < v_ || conditionFirst()))
          clause = child;
    if (clause == noWord || s_.hasChild(v_, Relation::mark, {"as"}) ||
        s_.hasChild(v_, Relation::advmod, {"as"}))
      return;
    WordIndex begin = v_;
    WordIndex end = v_;
    for (const WordIndex child : t_.children(v_)) {
      const Relation c = t_.relation(child);
      if (child == clause || c == Relation::punct || c == Relation::ccomp || c == Relation::advcl ||
          c == Relation::parataxis)
        continue;
      const auto extent = extentOf(child);
      if (extent.first < clause && clause < extent.last)
        continue;
      if (child > v_ && (s_.isComma(extent.first) || s_.isComma(extent.first - 1)) &&
          goesBack(extentOf(child).first))
        continue; // "It was won, she added, by 411 votes"
      begin = std::min(begin, extent.first);
      end = std::max(end, extent.last);
    }
    if (begin == 0 || !(s_.isComma(begin - 1) || s_.inQuote(begin - 1)))
      return;
    told_.aside = true;
    told_.teller = bytes(begin, end);
    step("aside to", clause);
    const WordIndex before = begin - 1;
    const WordIndex from = startOf(before);
    const WordIndex last = lastOf();
    if (end + 2 < last && s_.isComma(end + 1) && clause > end)
      put(end + 2, last, clause);
    else if (end + 2 < last && s_.isComma(end + 1) && t_.under(end + 2, clause))
      put(from, last, clause);
    else if (end + 2 < last && s_.isComma(end + 1) && goesBack(end + 2))
      put(from, last, clause);
    else if (before > from)
      put(from, before - 1, clause);
  }

  /// Behind ", she said,": words that go on with what was said before it.
  bool goesBack(WordIndex w) const {
    return s_.isAny(w,
                    {"if", "unless", "once", "until", "provided", "by", "to", "without", "for", "because"});
  }

  /// Where the words before the verb begin: behind a semicolon.
  WordIndex startOf(WordIndex before) const {
    WordIndex w = before;
    while (w > 0 && s_.sentence().tokens[s_.tokenOf(w - 1)].kind != TokenKind::semicolon)
      --w;
    while (w < before && (t_[w].upos == Upos::punct || s_.isAny(w, {"and", "but"})) && !s_.inQuote(w))
      ++w;
    return w;
  }
};

} // namespace

void findAround(const Syntax& syntax, WordIndex verb, Told& told) { WordsAround(syntax, verb, told).run(); }

} // namespace stasis::evidence
