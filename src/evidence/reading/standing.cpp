#include "evidence/reading/standing.h"

#include "evidence/reading/verb_of_speech.h"

#include <algorithm>

namespace stasis::evidence {

namespace {

Reality realityOf(Unreal unreal) {
  switch (unreal) {
  case Unreal::denied: return Reality::denied;
  case Unreal::negated: return Reality::negated;
  case Unreal::reported: return Reality::reported;
  default: return Reality::hypothetical;
  }
}

/// The word that negates a noun phrase: `no`, `nobody`, `neither`; none: `noWord`.
WordIndex negationOf(const Syntax& s, WordIndex noun) {
  if (s.isAny(noun, {"nobody", "none", "nothing", "neither", "no-one"}))
    return noun;
  for (const WordIndex child : s.tree().children(noun)) {
    const model::Range token = s.sentence().tokens[s.tokenOf(child)].range;
    const bool alone = token.end - token.begin == s.tree()[child].range.end - s.tree()[child].range.begin;
    if (child < noun && alone && s.isAny(child, {"no", "neither", "nor"})) // not "No 10"
      return child;
    if (s.tree().relation(child) == Relation::conj && s.hasChild(child, Relation::cc, {"nor"}))
      return child;
    if (child < noun && s.isAny(child, {"not"})) // "not one of the captains"
      return child;
    if (s.tree().relation(child) == Relation::cc && s.isAny(child, {"nor"}) && child > noun)
      return child;
  }
  return noWord;
}

class Judge {
public:
  Judge(const Syntax& syntax, WordIndex verb) : s_(syntax), t_(syntax.tree()), verb_(verb) {}

  Standing run() {
    if (own(verb_, true))
      return found_;
    const WordIndex outer = outerVerb(s_, verb_); // joined to what another verb tells, and no part of it
    if (above(outer == noWord ? verb_ : outer) || isStray(outer == noWord ? verb_ : outer))
      return found_;
    return {};
  }

private:
  const Syntax& s_;
  const SentenceTree& t_;
  WordIndex verb_;
  Standing found_;

  bool is(Reality reality, WordIndex because) {
    found_ = {reality, because};
    return true;
  }

  /// ", and that Orr had accepted a bonus": another verb introduces it, whatever the tree has joined it to.
  bool isStray(WordIndex v) {
    if (grammar::base(t_.relation(v)) != Relation::conj && t_.relation(v) != Relation::parataxis)
      return false;
    for (const WordIndex child : t_.children(v))
      if (t_.relation(child) == Relation::mark && child < v && s_.isAny(child, {"that"}))
        return is(Reality::reported, child);
    return false;
  }

  /// Of the verb, or of its auxiliary: "neither has, so far, said".
  WordIndex subjectOf(WordIndex v) const {
    if (const WordIndex own = t_.subject(v); own != noWord)
      return own;
    for (const WordIndex child : t_.children(v))
      if (child < v && t_.relation(child) == Relation::aux && t_.has(child, Relation::nsubj))
        return t_.child(child, Relation::nsubj);
    return noWord;
  }

  /// What stands with the verb itself. `modal`: a modal verb makes it unreal.
  bool own(WordIndex v, bool modal) {
    const WordIndex subject = subjectOf(v);
    for (const WordIndex child : t_.children(v)) {
      const Relation r = t_.relation(child);
      if ((r == Relation::advmod || r == Relation::aux || r == Relation::auxPass || r == Relation::cc ||
           r == Relation::ccPreconj) &&
          s_.isAny(child, {"not", "n't", "never", "hardly", "scarcely", "barely", "neither", "nor", "n’t"}) &&
          child < v) // "promised not to pay" is no "did not promise"
        return is(Reality::negated, child);
      if (r == Relation::advmod && child < v && s_.isAny(child, {"maybe", "perhaps", "possibly"}))
        return is(Reality::hypothetical, child);
      if (r == Relation::aux || r == Relation::auxPass)
        for (const WordIndex no : t_.children(child))
          if (s_.isAny(no, {"not", "n't", "never"}))
            return is(Reality::negated, no);
    }
    if (subject != noWord)
      if (const WordIndex no = negationOf(s_, subject); no != noWord)
        return is(Reality::negated, no);
    if (v > 2 && s_.isAny(v - 1, {"to"}) && s_.isAny(v - 2, {"yet"})) // "has yet to say"
      return is(Reality::negated, v - 2);
    return marked(v) || (modal && (inverted(v, subject) || supposed(v)));
  }

  bool marked(WordIndex v) {
    for (const WordIndex child : t_.children(v)) {
      if (t_.relation(child) != Relation::mark && t_.relation(child) != Relation::advmod &&
          t_.relation(child) != Relation::case_)
        continue;
      if (child > v)
        continue;
      if (s_.isAny(child, {"if", "unless", "lest", "once", "provided", "until", "till"}) &&
          t_.relation(child) == Relation::mark)
        return is(Reality::hypothetical, child);
      if (s_.isAny(child, {"when", "whenever"}) && (t_[v].xpos == Xpos::vbz || t_[v].xpos == Xpos::vbp))
        return is(Reality::hypothetical, child); // "will leave when the board agrees"
      if (s_.isAny(child, {"whether"}))
        return is(Reality::asked, child);
      if (s_.isAny(child, {"without", "instead", "rather"}) && !t_.isFiniteClause(v))
        return is(Reality::negated, child);
    }
    return false;
  }

  /// "Had he promised": an auxiliary before its subject, not in a question and not after a quote.
  bool inverted(WordIndex v, WordIndex subject) {
    for (const WordIndex child : t_.children(v))
      if (child == 0 && t_.relation(child) == Relation::aux && s_.isAny(child, {"had", "should", "were"}))
        return is(Reality::hypothetical, child); // whatever was taken for the subject
    if (subject == noWord || subject > v)
      return false;
    if (subject == 0 && s_.isAny(subject, {"had"}) && t_.has(subject, Relation::flat))
      return is(Reality::hypothetical, subject); // "Had Hale said" with `Had` taken for his name
    for (const WordIndex child : t_.children(v))
      if (child < subject && s_.isAny(child, {"had", "should", "were", "did", "does", "will", "would"}) &&
          (t_.relation(child) == Relation::aux || t_.relation(child) == Relation::auxPass))
        return is(s_.isAny(child, {"had", "should", "were"}) ? Reality::hypothetical : Reality::asked, child);
    return false;
  }

  bool supposed(WordIndex v) {
    for (const WordIndex child : t_.children(v))
      if (t_.relation(child) == Relation::aux && t_[child].xpos == Xpos::md)
        return is(Reality::hypothetical, child);
    return false;
  }

  bool unrealWord(WordIndex w) {
    const Word* known = s_.known(w);
    if (known == nullptr || known->unreal == Unreal::none || known->unreal == Unreal::goesOn)
      return false;
    return is(realityOf(known->unreal), w);
  }

  /// A noun that stands for what is reported.
  bool told(WordIndex noun) const {
    const Word* known = s_.known(noun);
    return known != nullptr && (known->unreal == Unreal::reported || known->unreal == Unreal::denied);
  }

  bool isSpeech(WordIndex w) const {
    const Word* known = s_.known(w);
    return known != nullptr && (known->common & lexical::cue) != 0 && t_[w].upos == Upos::verb;
  }

  bool above(WordIndex from) {
    WordIndex at = from;
    for (WordIndex head = t_.head(at); head != noWord; at = head, head = t_.head(at))
      switch (grammar::base(t_.relation(at))) {
      case Relation::conj:
        if (joined(at, head))
          return true;
        break;
      case Relation::xcomp:
        if (below(at, head))
          return true;
        if (!goesOn(head))
          return is(Reality::hypothetical, head);
        if (own(head, true))
          return true;
        break;
      case Relation::ccomp:
      case Relation::csubj:
        if (t_.relation(at) == Relation::ccomp && at < head && isSpeech(head))
          break; // "X promised to pay, the paper said": told twice, said once
        if (below(at, head) || own(head, false))
          return true;
        if (isSpeech(head))
          return is(Reality::reported, head);
        break;
      case Relation::advcl:
      case Relation::obl:
        if (isContrast(at) || isOccasion(at, head))
          return false; // ", while the rebels demanded": a clause of the reporter's
        if (marked(at) || (gerund(at) && below(at, head)) || (own(head, false) && gerund(at)))
          return true;
        found_ = {};
        break;
      case Relation::acl:
        if (t_.relation(at) == Relation::aclRelcl) // "rumours that he threatened" may be taken for one
          return (told(head) && unrealWord(head)) || withinTold(at, head);
        if (unrealWord(head))
          return true;
        if (gerund(at) && t_.head(head) != noWord && unrealWord(t_.head(head)))
          return true; // "accused Hale of threatening"
        if (s_.isInfinitive(at))
          return is(Reality::hypothetical, head);
        break;
      case Relation::parataxis: return false;
      default: break;
      }
    return question();
  }

  /// "has questions for him other than those he refused to answer": mentioned within what somebody else is
  /// told to say; not after a comma, where the reporter may speak.
  bool withinTold(WordIndex clause, WordIndex noun) {
    const WordIndex first = t_.extent(clause).first;
    if (!t_.has(clause, Relation::nsubj) || (first > 0 && (s_.isComma(first) || s_.isComma(first - 1))))
      return false;
    for (WordIndex at = noun; t_.head(at) != noWord; at = t_.head(at))
      if (t_.relation(at) == Relation::ccomp && at > t_.head(at) && isSpeech(t_.head(at)))
        return is(Reality::reported, t_.head(at));
    return false;
  }

  bool isContrast(WordIndex clause) const {
    const WordIndex first = t_.extent(clause).first;
    const bool comma = first > 0 && (s_.isComma(first - 1) || s_.isComma(first));
    return comma && (contrasts(first) || contrasts(first + 1)) && t_.has(clause, Relation::nsubj);
  }

  /// "agreed to wait after the ministry promised to pay": what has happened is no part of what is to be done.
  bool isOccasion(WordIndex clause, WordIndex head) const {
    const bool past = t_[clause].xpos == Xpos::vbd || t_[clause].xpos == Xpos::vbn; // mistaken for one
    return s_.isInfinitive(head) && past && t_.has(clause, Relation::nsubj) &&
           (s_.hasChild(clause, Relation::mark, {"after", "because", "since"}) ||
            s_.hasChild(clause, Relation::case_, {"after"}));
  }

  bool contrasts(WordIndex w) const { return s_.isAny(w, {"while", "whereas", "though", "although"}); }

  /// A verb joined to another is below what the other is below; "did not say or promise" negates both.
  bool joined(WordIndex at, WordIndex head) {
    const bool ownSubject = std::ranges::any_of(
        t_.children(at), [&](WordIndex c) { return grammar::base(t_.relation(c)) == Relation::nsubj; });
    if (ownSubject || t_[head].upos != Upos::verb)
      return marked(head);
    const bool or_ = s_.hasChild(at, Relation::cc, {"or", "nor"});
    const Standing kept = found_;
    if (own(head, or_) && (or_ || found_.reality != Reality::negated))
      return true;
    found_ = kept;
    return false;
  }

  bool gerund(WordIndex w) const {
    return t_[w].xpos == Xpos::vbg && std::ranges::any_of(t_.children(w), [&](WordIndex c) {
             return (t_.relation(c) == Relation::mark || t_.relation(c) == Relation::case_) && c < w;
           });
  }

  /// What the head of a clause does to it.
  bool below(WordIndex /*at*/, WordIndex head) { return unrealWord(head); }

  bool goesOn(WordIndex head) const {
    const Word* known = s_.known(head);
    return known != nullptr && known->unreal == Unreal::goesOn;
  }

  /// The reporter asks.
  bool question() {
    const auto& tokens = s_.sentence().tokens;
    const Token& last = tokens.back();
    return t_.size() > 0 && last.kind == TokenKind::stop &&
           t_.is(static_cast<WordIndex>(t_.size() - 1), "?") &&
           is(Reality::asked, static_cast<WordIndex>(t_.size() - 1));
  }
};

} // namespace

Standing standingOf(const Syntax& syntax, WordIndex verb) { return Judge(syntax, verb).run(); }

bool isDenied(const Syntax& s, WordIndex verb) {
  const SentenceTree& t = s.tree();
  if (t.isNegated(verb))
    return true;
  for (const WordIndex child : t.children(verb)) {
    if (t.relation(child) == Relation::advmod && s.isAny(child, {"never", "hardly", "longer"}) &&
        (!s.isAny(child, {"longer"}) || s.hasChild(child, Relation::advmod, {"no"}) ||
         s.hasChild(child, Relation::det, {"no"})))
      return true;
    if (t.relation(child) == Relation::cc && child < verb && s.isAny(child, {"neither", "nor"}))
      return true;
  }
  const WordIndex subject = t.child(verb, Relation::nsubj);
  return subject != noWord && negationOf(s, subject) != noWord;
}

} // namespace stasis::evidence
