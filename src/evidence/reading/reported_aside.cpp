#include "evidence/reading/reported_aside.h"

#include "evidence/reading/verb_of_speech.h"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace stasis::evidence {

namespace {

class WordsAround : VerbOfSpeech {
public:
  using VerbOfSpeech::VerbOfSpeech;

  void run() {
    if (!byAs())
      around();
  }

private:
  /// "As Orr noted, the port is closed", "The port is closed, as the Post reported": the clause beside it.
  bool byAs() {
    const bool as = t_.relation(v_) == Relation::advcl && !t_.has(v_, Relation::aux) &&
                    (s_.hasChild(v_, Relation::mark, {"as"}) || s_.hasChild(v_, Relation::advmod, {"as"}));
    static constexpr std::string_view tells[] = {"say",     "note",  "report", "write",       "tell",
                                                 "explain", "point", "state",  "acknowledge", "observe"};
    if (!as || std::ranges::find(tells, s_.lemma(v_)) == std::end(tells) || told_.relative ||
        t_.has(v_, Relation::ccomp) || t_.has(v_, Relation::xcomp) ||
        (object() != noWord && told_.cue != CueClass::tell))
      return false;
    const auto extent = t_.extent(v_);
    WordIndex first = extent.first;
    while (first < v_ && !s_.isAny(first, {"as"}))
      ++first;
    WordIndex last = extent.last;
    while (last > v_ && t_[last].upos == Upos::punct)
      --last;
    const WordIndex end = lastOf();
    const WordIndex clause = t_.head(v_);
    if (first <= 1 && last + 3 < end && s_.isComma(last + 1) && clause > last) {
      told_.aside = true;
      told_.teller = bytes(first, last);
      step("as", clause);
      return put(last + 2, end, clause);
    }
    if (last == end && first > 3 && s_.isComma(first - 1) && clause < first) {
      told_.aside = true;
      told_.teller = bytes(first, last);
      step("as", clause);
      return put(startOf(first - 1), first - 2, clause);
    }
    return false;
  }

  /// "The port, Holt said, will close": the verb and its subject stand among the words.
  void around() {
    if (told_.cue != CueClass::say && told_.cue != CueClass::tell && told_.cue != CueClass::manner)
      return;
    if (object() != noWord && told_.cue != CueClass::tell)
      return;
    if (t_.relation(v_) == Relation::conj && ownSubjectOf(v_) == noWord)
      return; // "asked if he feared it, shrugged and said"
    if (t_[v_].xpos == Xpos::vbg && ownSubjectOf(v_) == noWord)
      return; // "She won the vote, adding to her lead": what she did is not what she says
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
    if (clause > 0 && clause < v_ && s_.isComma(clause - 1) && s_.isAny(clause, {"asked"}) &&
        s_.isAny(clause + 1, {"if", "whether", "about", "why", "how"}))
      return; // "Orr, asked if he feared it, shrugged"
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
    if (begin == 0 || !(s_.isComma(begin - 1) || s_.inQuote(begin - 1)) || s_.isAny(begin - 1, {";", ":"}))
      return;
    const WordIndex before = begin - 1;
    const WordIndex from = startOf(before);
    if (isSetting(from, before))
      return;
    told_.aside = true;
    told_.teller = bytes(begin, end);
    step("aside to", clause);
    const WordIndex last = lastOf();
    const bool goesOn = end + 2 < last && s_.isComma(end + 1);
    const bool opens = before > from; // some reported words stand before the verb
    if (goesOn && opens && beginsAnother(end + 2)) {
      put(from, before - 1, clause);
      const WordIndex second = end + 3;
      told_.tail = bytes(second, cut(second, last));
    } else if (goesOn && clause > end && !opens) {
      put(end + 2, last, clause);
    } else if (goesOn && (clause > end || t_.under(end + 2, clause) || goesBack(end + 2))) {
      put(from, last, clause);
      if (clause > end)
        told_.rest = bytes(end + 2, last);
    } else if (opens) {
      put(from, before - 1, clause);
    }
  }

  /// "In a press release this month, the board said about …": a place or time without a verb, and nothing
  /// told behind the speaker.
  bool isSetting(WordIndex from, WordIndex before) const {
    if (t_[from].upos != Upos::adp)
      return false;
    for (WordIndex w = from; w < before; ++w)
      if (t_.isFiniteForm(w) || t_[w].upos == Upos::aux || s_.inQuote(w))
        return false;
    return true;
  }

  /// ", she said, and has been refused": a second statement, with its conjunction and its own verb.
  bool beginsAnother(WordIndex w) const {
    if (!s_.isAny(w, {"and", "but"}))
      return false;
    for (WordIndex i = w + 1; i < t_.size() && !s_.isComma(i); ++i)
      if (!s_.inQuote(i) && (t_.isFiniteForm(i) || t_[i].xpos == Xpos::md))
        return true;
    return false;
  }

  /// After ", she said,": words that continue what was said before it.
  bool goesBack(WordIndex w) const {
    return s_.isAny(w,
                    {"if", "unless", "once", "until", "provided", "by", "to", "without", "for", "because"});
  }

  /// Where the words before the verb begin: after a semicolon or a colon.
  WordIndex startOf(WordIndex before) const {
    const auto ends = [&](WordIndex w) {
      const TokenKind kind = s_.sentence().tokens[s_.tokenOf(w)].kind;
      return kind == TokenKind::semicolon || kind == TokenKind::colon;
    };
    WordIndex w = before;
    while (w > 0 && !ends(w - 1))
      --w;
    while (w < before && (t_[w].upos == Upos::punct || s_.isAny(w, {"and", "but"})) && !s_.inQuote(w))
      ++w;
    return w;
  }
};

} // namespace

void findAround(const Syntax& syntax, WordIndex verb, ReportedSpeech& told) {
  WordsAround(syntax, verb, told).run();
}

} // namespace stasis::evidence
