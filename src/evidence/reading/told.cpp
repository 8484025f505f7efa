#include "evidence/reading/told.h"

#include "evidence/reading/standing.h"
#include "evidence/reading/told_around.h"
#include "evidence/reading/told_by.h"
#include "evidence/reading/told_clause.h"
#include "evidence/reading/told_phrase.h"
#include "evidence/reading/verb_of_speech.h"

#include <algorithm>
#include <iterator>

namespace stasis::evidence {

namespace {

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
    if (!findPhrase(s_, v_, told_) && !findClause(s_, v_, told_))
      findAround(s_, v_, told_);
    Standing standing = standingOf(s_, v_);
    if (told_.aside) // above it stands what it tells
      standing = isDenied(s_, v_) ? Standing{Reality::negated, v_} : Standing{};
    if (told_.aside && standing.reality == Reality::asserted && hasModal()) // "…, we will answer"
      standing = {Reality::hypothetical, v_};
    if (standing.reality != Reality::asserted)
      told_.reality = standing.reality;
    if (told_.reality == Reality::asserted && s_.isInfinitive(v_) && !goesOn())
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

  /// "said the demand was illegal and that the logs were theirs": what is told beside the first, which ends
  /// before it.
  std::vector<Told> besides(Told& first) const {
    std::vector<Told> more;
    if (!first.content || first.head == noWord || first.aside || first.question)
      return more;
    for (const WordIndex from : {first.head, v_})
      for (const WordIndex c : t_.children(from))
        if (t_.relation(c) == Relation::conj && c > first.head && thatOf(c) != noWord &&
            t_.isFiniteClause(c) && s_.hasChild(c, Relation::cc, {"and", "but"}) && !s_.inQuote(c))
          more.push_back(beside(first, c));
    return more;
  }

private:
  Told beside(Told& first, WordIndex clause) const {
    Told other = first;
    const WordIndex that = thatOf(clause);
    WordIndex last = t_.extent(clause).last;
    while (last > clause && t_[last].upos == Upos::punct && !isClosing(last))
      --last;
    other.content = bytes(that + 1, last);
    other.head = clause;
    other.polarity = isDenied(s_, clause) ? Polarity::negative : Polarity::positive;
    WordIndex end = extentOf(clause).first - 1;
    while (end > first.head && t_[end].upos == Upos::punct && !isClosing(end))
      --end;
    first.content->end = std::min(first.content->end, t_[end].range.end);
    return other;
  }

  /// "went on to say": an infinitive that tells all the same.
  bool goesOn() const {
    const WordIndex head = t_.head(v_);
    return head != noWord && s_.known(head) != nullptr && s_.known(head)->unreal == Unreal::goesOn;
  }

  bool refuses(WordIndex v) const {
    const std::string_view lemma = s_.lemma(v);
    return lemma == "refuse" || lemma == "decline" || lemma == "reject" || lemma == "oppose";
  }

  /// "to say whether", "to comment": whoever will not do it leaves open what was asked.
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
  return known != nullptr && (known->common & lexical::cue) != 0 && known->form == VerbForm::third &&
         s.tree().root() == w && s.tree().has(w, Relation::compound) && w > 0;
}

bool tells(const Syntax& s, WordIndex w) {
  if (s.inQuote(w) || (s.tree()[w].upos != Upos::verb && !strayedNoun(s, w)))
    return false;
  const Word* known = s.known(w);
  if (known != nullptr && (known->common & lexical::cue) != 0)
    return known->cue != CueClass::think && known->cue != CueClass::read;
  return known != nullptr && known->isTelling;
}

} // namespace

std::vector<Told> toldIn(const Syntax& syntax) {
  std::vector<Told> all;
  for (WordIndex w = 0; w < syntax.tree().size(); ++w)
    if (tells(syntax, w)) {
      Told one;
      Teller teller(syntax, w, one);
      if (!teller.run())
        continue;
      std::vector<Told> more = teller.besides(one);
      all.push_back(std::move(one));
      std::ranges::move(more, std::back_inserter(all));
    }
  return all;
}

} // namespace stasis::evidence
