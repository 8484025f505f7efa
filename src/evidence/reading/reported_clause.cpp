#include "evidence/reading/reported_clause.h"

#include "evidence/reading/verb_of_speech.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string_view>
#include <vector>

namespace stasis::evidence {

namespace {

class ContentOfVerb : VerbOfSpeech {
public:
  using VerbOfSpeech::VerbOfSpeech;

  bool run() {
    if (s_.lemma(v_) == "bar")
      return kept();
    return anyOfThem();
  }

private:
  bool anyOfThem() {
    return judgement() || clause() || strayedClause() || infinitive() || charge() || preposition() || thing();
  }

  /// ", vowing its troops would not leave": a participle whose clause the tree has attached elsewhere, to the
  /// next comma.
  bool strayedClause() {
    if (t_[v_].xpos != Xpos::vbg || told_.cue != CueClass::say || told_.passive || v_ == 0 ||
        !(s_.isComma(v_ - 1) || t_[v_ - 1].upos == Upos::punct))
      return false;
    WordIndex verb = v_ + 2;
    for (; verb < t_.size() && t_[verb].xpos != Xpos::md; ++verb)
      if (t_[verb].upos == Upos::verb || t_[verb].upos == Upos::punct || t_[verb].upos == Upos::sconj ||
          s_.isAny(verb, {"to", "who", "which", "that"}))
        return false;
    if (verb >= t_.size() || s_.inQuote(verb))
      return false;
    WordIndex last = verb;
    while (last + 1 < t_.size() && t_[last + 1].upos != Upos::punct)
      ++last;
    step("clause", verb);
    return last > verb && put(v_ + 1, last, t_.head(verb) == noWord ? verb : t_.head(verb));
  }

  bool clause() {
    for (const WordIndex child : t_.children(v_)) {
      if (t_.relation(child) != Relation::ccomp || child < v_)
        continue;
      if (isAside())
        return false;
      if (hasRelative(child) && s_.isAny(extentOf(child).first, {"who"}) && object() != noWord &&
          extentOf(child).first == object() + 1 && (valency() & valency::object) != 0)
        continue; // "told anyone who had one to unplug it"
      const auto extent = extentOf(child);
      WordIndex first = std::max(extent.first, v_ + 1);
      first = afterThat(child, first);
      addresseeOf();
      first = afterAddressee(child, first);
      step("ccomp", child);
      const bool asks = told_.cue == CueClass::ask;
      if (s_.hasChild(child, Relation::mark, {"whether"}) ||
          (asks && (s_.hasChild(child, Relation::mark, {"if"}) ||
                    s_.isAny(first, {"what", "who", "why", "how", "where", "when", "which"})))) {
        told_.question = true;
        told_.reality = Reality::asked;
      }
      const bool setOff = s_.isComma(first) || (first > 0 && s_.isComma(first - 1));
      if (setOff && (conditionBefore() || conditionFirst()))
        setAside(std::max(v_, first - 1)); // "If P, Holt said, Q"
      return put(first,
                 std::max({endOfVerb(extent.last), joinedClause(), invertedBehind(extent.last),
                           adjacentClause(extent.last)}),
                 child);
    }
    // "said in a statement that …", "was warned by the director that …": hung from the noun before it
    for (const WordIndex from : t_.children(v_)) {
      const Relation f = grammar::base(t_.relation(from));
      const bool carries = f == Relation::obl || f == Relation::iobj ||
                           (f == Relation::obj && (valency() & valency::thing) == 0);
      if (from < v_ || !carries)
        continue;
      for (const WordIndex child : t_.children(from)) {
        const Relation r = grammar::base(t_.relation(child));
        const WordIndex that = thatOf(child);
        if ((r != Relation::acl && r != Relation::ccomp && r != Relation::advcl) || child < from ||
            that == noWord || isGround(from) || isRelative(that) || !t_.isFiniteClause(child) ||
            isBodyRelative(from, that))
          continue;
        addresseeOf();
        step("that", child);
        return put(that + 1, endOfVerb(extentOf(child).last), child);
      }
    }
    // "told reporters she had changed her mind": a relative clause without its word is what was told
    if (const WordIndex whom = object(); whom != noWord && (valency() & valency::object) != 0)
      for (const WordIndex child : t_.children(whom))
        if (t_.relation(child) == Relation::aclRelcl && child > whom && !hasRelative(child)) {
          told_.addressee = phraseOf(s_, whom);
          step("clause", child);
          return put(extentOf(child).first, endOfVerb(extentOf(child).last), child);
        }
    return byThat();
  }

  /// "did not say, as some papers wrote, that": what follows is not theirs.
  bool isAside() const {
    return v_ + 1 < t_.size() && s_.isComma(v_ + 1) && s_.hasChild(v_, Relation::mark, {"as"}) &&
           extentOf(v_).first > 0 && s_.isComma(extentOf(v_).first - 1);
  }

  /// "called the statement regrettable", "described it as a trap": the person or thing, and the judgement.
  bool judgement() {
    const WordIndex what = object();
    if ((valency() & valency::judges) == 0 || told_.passive || what == noWord || what < v_ ||
        s_.inQuote(what) || s_.isAny(what, {"itself", "himself", "herself", "themselves"}))
      return false;
    for (const WordIndex child : t_.children(v_)) {
      const Relation r = grammar::base(t_.relation(child));
      const bool as =
          s_.hasChild(child, Relation::case_, {"as"}) || s_.hasChild(child, Relation::mark, {"as"});
      const bool plain = r == Relation::xcomp && !t_.isFiniteClause(child) && !s_.isInfinitive(child);
      if (child < what || (s_.inQuote(child) && !as) || (!plain && !as))
        continue;
      if (!as && t_[child].upos == Upos::propn)
        continue; // "called the ship Aurora" gives a name
      step("judged", child);
      return put(extentOf(what).first, endOfVerb(extentOf(child).last), child);
    }
    return false;
  }

  /// "said before that Ruvania …", "said on Tuesday, that …": a `that` after the verb, wherever its clause is
  /// attached.
  bool byThat() {
    if (told_.cue == CueClass::act || (told_.passive && s_.agent(v_) == noWord))
      return false;
    if (isAside())
      return false;
    // "was warned by the director, Sven Holt, that", "told them in May, and again in June, that"
    const WordIndex reach = told_.passive || told_.cue == CueClass::tell ? 12 : 8;
    for (WordIndex w = v_ + 1; w + 1 < t_.size() && w < v_ + reach; ++w) {
      if (s_.known(w) != nullptr && (s_.known(w)->common & lexical::cue) != 0 && t_[w].upos == Upos::verb)
        return false; // that verb reports it
      if (isGround(w))
        return false; // "on condition that"
      if (s_.isAny(w, {"that"})) {
        const WordIndex clause = t_.head(w);
        if (t_[w].upos != Upos::sconj || clause == noWord || clause < w || isRelative(w))
          continue;
        const WordIndex above = t_.head(clause);
        if (above != noWord && above > v_ && t_.has(above, Relation::nmodPoss) &&
            grammar::base(t_.relation(clause)) == Relation::acl)
          return false; // "asked questions about her assertion that"
        addresseeOf();
        step("that", clause);
        return put(w + 1, std::max(t_.extent(clause).last, w + 1), clause);
      }
    }
    return false;
  }

  /// A noun whose `that` opens a condition.
  bool isGround(WordIndex w) const {
    return s_.isAny(w, {"condition", "understanding", "proviso", "event", "case"});
  }

  /// "objected to subsidies that make it hard": the subject of the verb behind it.
  bool isRelative(WordIndex that) const {
    return that + 1 < t_.size() && t_.isFiniteForm(that + 1) && t_[that + 1].upos == Upos::verb;
  }

  /// "the bill that passed": after a thing that is reported, `that` may belong to the thing.
  bool isBodyRelative(WordIndex noun, WordIndex that) const {
    return t_.relation(noun) == Relation::obj && (valency() & valency::thing) != 0 && that == noun + 1 &&
           grammar::base(t_.relation(that)) == Relation::nsubj;
  }

  /// A condition attached to the verb, before it.
  bool conditionBefore() const {
    return std::ranges::any_of(t_.children(v_), [&](WordIndex c) {
      return c < v_ && t_.relation(c) == Relation::advcl &&
             (isCondition(c) || s_.isAny(extentOf(c).first, {"were", "had", "should", "if", "unless"}));
    });
  }

  /// From the speaker, or the verb, to before `end`.
  void setAside(WordIndex end) {
    told_.aside = true;
    const auto& tokens = s_.sentence().tokens;
    const std::size_t from = std::min(told_.verb, told_.speakers.front().first);
    told_.teller = model::Range{tokens[from].range.begin, t_[end].range.end};
  }

  /// "said Norland would leave and would sue": a clause joined to the verb, with a modal and without a
  /// subject, continues its words.
  WordIndex joinedClause() const {
    WordIndex last = 0;
    for (const WordIndex child : t_.children(v_))
      if (t_.relation(child) == Relation::conj && child > v_ &&
          (ownSubjectOf(child) == noWord || s_.hasChild(child, Relation::mark, {"if", "unless"})) &&
          std::ranges::any_of(t_.children(child), [&](WordIndex c) {
            return t_[c].xpos == Xpos::md ||
                   (t_.relation(c) == Relation::mark && s_.isAny(c, {"if", "unless"}));
          }))
        last = std::max(last, extentOf(child).last);
    return last;
  }

  /// "said the port would close should the strike go on", "threatened to leave were she to try": the
  /// condition hung beside what is told.
  WordIndex invertedBehind(WordIndex last) const {
    for (const WordIndex child : t_.children(v_)) {
      const auto extent = extentOf(child);
      const Relation r = t_.relation(child);
      if ((r == Relation::ccomp || r == Relation::parataxis || r == Relation::advcl) &&
          extent.first == last + 1 && s_.isAny(extent.first, {"should", "were", "had"}))
        return extent.last;
    }
    return 0;
  }

  /// "said he hoped | Suria would withdraw": a second clause of the same verb with nothing in between.
  WordIndex adjacentClause(WordIndex last) const {
    for (const WordIndex child : t_.children(v_))
      if (t_.relation(child) == Relation::ccomp && extentOf(child).first == last + 1)
        return extentOf(child).last;
    return 0;
  }

  /// A condition may be attached to the verb itself, before the clause: "said that if P, Y would".
  WordIndex afterThat(WordIndex clause, WordIndex first) const {
    for (const WordIndex child : t_.children(clause))
      if (t_.relation(child) == Relation::mark && s_.isAny(child, {"that"}))
        first = std::max(first, std::min(child + 1, clause));
    for (const WordIndex child : t_.children(v_))
      if (child > v_ && child < first && t_.relation(child) == Relation::advcl && isCondition(child))
        first = extentOf(child).first;
    for (WordIndex w = v_ + 1; w < first; ++w) // "said that if P, Y would" with `that` hung elsewhere
      if (s_.isAny(w, {"that"}) && t_[w].upos == Upos::sconj)
        return w + 1;
    return first;
  }

  /// "told the Sunday Times Mr Orr would go": an honorific begins another name, which the tree has joined to
  /// that of the addressee.
  WordIndex afterAddressee(WordIndex clause, WordIndex first) {
    if (told_.cue != CueClass::tell || told_.passive || thatOf(clause) != noWord)
      return first;
    for (WordIndex w = v_ + 2; w < clause; ++w) {
      const Token& token = s_.sentence().tokens[s_.tokenOf(w)];
      if (!token.capital || !token.is(lexical::honorific) || t_[w - 1].upos != Upos::propn ||
          s_.isAny(w - 1, {"and"}))
        continue;
      told_.addressee = analyse(s_.sentence(), s_.tokenOf(v_ + 1), s_.tokenOf(w));
      return w;
    }
    return first;
  }

  void addresseeOf() {
    if (told_.passive)
      return;
    if (const WordIndex whom = object(); whom != noWord && (valency() & valency::object) != 0)
      told_.addressee = phraseOf(s_, whom);
    else if (const WordIndex iobj = t_.child(v_, Relation::iobj); iobj != noWord)
      told_.addressee = phraseOf(s_, iobj);
    else if (whom != noWord && (told_.cue == CueClass::tell || told_.cue == CueClass::ask ||
                                s_.lemma(v_) == "warn" || s_.lemma(v_) == "promise"))
      told_.addressee = phraseOf(s_, whom);
  }

  /// "agreed in principle to reinstate them", "pledged in writing to": the noun right after the verb.
  WordIndex inPrinciple() const {
    for (const WordIndex child : t_.children(v_))
      if (child == v_ + 2 && t_.relation(child) == Relation::obl &&
          s_.hasChild(child, Relation::case_, {"in", "on"}) && told_.cue != CueClass::tell)
        return child;
    return noWord;
  }

  /// What is attached after the verb: to the verb itself, its addressee, or its agent.
  std::vector<WordIndex> hangingBehind() const {
    std::vector<WordIndex> all;
    for (const WordIndex from : {v_, object(), told_.passive ? s_.agent(v_) : noWord, inPrinciple()})
      if (from != noWord)
        for (const WordIndex child : t_.children(from))
          if (child > v_)
            all.push_back(child);
    return all;
  }

  /// "Workers urged to leave stayed": without an addressee, such a verb is a participle.
  bool isParticiple() const {
    return object() == noWord && (valency() & valency::object) != 0 && !told_.passive;
  }

  bool infinitive() {
    if (told_.cue == CueClass::manner || s_.lemma(v_) == "continue" || s_.lemma(v_) == "maintain")
      return false; // "went on to lose", "began to pick up": nothing is said
    if (s_.lemma(v_) == "move" && !(s_.isAny(v_ + 1, {"to"}) && t_.root() == v_ && t_[v_].xpos == Xpos::vbd))
      return false; // "when the agency moves to regulate", "moved here to lead"
    addresseeOf();
    if (!told_.addressee && !told_.passive && (s_.lemma(v_) == "appeal" || s_.lemma(v_) == "plead"))
      for (const WordIndex child : t_.children(v_)) // "appealed to Suria to withdraw"
        if (child > v_ && grammar::base(t_.relation(child)) == Relation::obl &&
            s_.hasChild(child, Relation::case_, {"to", "with"}) && !told_.addressee)
          told_.addressee = phraseOf(s_, child);
    for (const WordIndex child : hangingBehind()) {
      const WordIndex first = t_.extent(child).first;
      if (!isInfinitiveBelow(child) || (first > 0 && s_.isComma(first - 1) && !behindAdverb(first)))
        continue;
      if (isParticiple())
        return false;
      if (first > v_)
        return takeInfinitive(child, first);
    }
    return behindRelative() || bareVerb();
  }

  /// Verbs whose infinitive is what the speaker binds himself to.
  bool isBinding() const {
    static constexpr std::string_view binding[] = {"offer",    "promise", "pledge",   "vow",
                                                   "threaten", "agree",   "refuse",   "decline",
                                                   "propose",  "swear",   "undertake"};
    return std::ranges::find(binding, s_.lemma(v_)) != std::end(binding);
  }

  /// "offered to hand over the guns": the tree takes the verb for a noun.
  bool bareVerb() {
    WordIndex to = v_ + 1;
    if (v_ + 4 < t_.size() && behindAdverb(v_ + 4))
      to = v_ + 4; // "declined, however, to award damages"
    const WordIndex done = to + 1;
    if (to == v_ + 4 && done < t_.size() && t_[done].xpos == Xpos::vb && isBinding() && !told_.passive &&
        s_.isAny(to, {"to"}) && !s_.inQuote(done)) {
      step("to", done);
      return put(to, endOfVerb(std::max(t_.extent(done).last, done)), done);
    }
    if (done + 1 >= t_.size() || !isBinding() || told_.passive || !s_.isAny(to, {"to"}) ||
        !mayBeBare(t_[done].xpos) || s_.inQuote(done))
      return false;
    if (const WordIndex what = t_.head(done); what == done + 1 && t_.head(what) == v_ && takesNoThing()) {
      WordIndex last = extentOf(what).last; // "declined to award damages, however"
      while (last > what && s_.isComma(last - 1))
        last -= 2;
      step("to", done);
      return put(to, last, done);
    }
    if (t_.head(done) != v_)
      return false;
    if (std::ranges::any_of(t_.children(done), [&](WordIndex c) { return c != to; }))
      return false; // "agreed to union demands": a phrase
    const WordIndex last = endOfVerb(done);
    if (last < done || (last == done && !takesNoThing()))
      return false;
    step("to", done);
    return put(to, last, done);
  }

  /// An unknown verb is taken for one of these: "declined to intervene".
  static bool mayBeBare(Xpos tag) {
    return tag == Xpos::nn || tag == Xpos::vb || tag == Xpos::vbp || tag == Xpos::jj;
  }

  /// What is after the `to` of these is an act, never a thing.
  bool takesNoThing() const {
    const std::string_view lemma = s_.lemma(v_);
    return lemma == "decline" || lemma == "refuse" || lemma == "vow" || lemma == "threaten" ||
           lemma == "pledge";
  }

  /// "told anyone who had one to unplug it", "appealed to those who saw it to come forward": the last
  /// infinitive after whom the verb takes, who has a clause of his own.
  bool behindRelative() {
    WordIndex whom = object();
    for (const WordIndex child : t_.children(v_))
      if (whom == noWord && child > v_ && s_.hasChild(child, Relation::case_, {"to", "with", "on", "upon"}) &&
          (s_.lemma(v_) == "appeal" || s_.lemma(v_) == "plead" || s_.lemma(v_) == "call"))
        whom = child;
    const bool asks =
        (valency() & valency::object) != 0 || s_.lemma(v_) == "appeal" || s_.lemma(v_) == "plead";
    if (whom == noWord || whom < v_ || !asks || whom + 3 >= t_.size() || !s_.isAny(whom + 1, {"who"}) ||
        told_.passive)
      return false;
    WordIndex to = noWord;
    for (WordIndex w = whom + 3; w + 1 < t_.size() && !s_.isComma(w); ++w)
      if (s_.isAny(w, {"to"}) && t_[w + 1].xpos == Xpos::vb)
        to = w;
    if (to == noWord)
      return false;
    told_.addressee = phraseOf(s_, whom);
    step("to", to + 1);
    return put(to, endOfVerb(t_.extent(to + 1).last), to + 1);
  }

  /// "declined, however, to award damages"
  bool behindAdverb(WordIndex first) const {
    return first == v_ + 4 && s_.isComma(v_ + 1) && t_[v_ + 2].upos == Upos::adv;
  }

  bool isInfinitiveBelow(WordIndex child) const {
    const Relation r = t_.relation(child);
    const bool complement =
        r == Relation::xcomp || r == Relation::acl || r == Relation::advcl || r == Relation::ccomp;
    if (grammar::base(r) == Relation::obl && t_[child].xpos == Xpos::vb) // "offered to hand over the guns"
      return s_.hasChild(child, Relation::case_, {"to"});
    return complement && s_.isInfinitive(child);
  }

  bool takeInfinitive(WordIndex child, WordIndex first) {
    step("xcomp", child);
    if (first > v_ + 1 && s_.isAny(first - 1, {"not", "never"})) { // hung from the verb of speech
      --first;
      told_.polarity = Polarity::negative;
    }
    const WordIndex last = endOfVerb(t_.extent(child).last);
    return put(startWith(object(), first), std::max(last, invertedBehind(last)), child);
  }

  /// "the union to suspend its ballot": what somebody is urged or asked to do begins with that person.
  WordIndex startWith(WordIndex whom, WordIndex first) const {
    if (whom == noWord || told_.cue == CueClass::tell || whom < v_ || whom > first ||
        refusesOrAccepts()) // "refused point-blank to"
      return first;
    return extentOf(whom).first > v_ ? extentOf(whom).first : first;
  }

  /// "accused those of us who write of lacking zeal": the charge to its end, by its words.
  bool charge() {
    if (s_.lemma(v_) == "bar" || s_.lemma(v_) == "forbid")
      return kept();
    if (s_.lemma(v_) != "accuse" || told_.passive)
      return false;
    for (WordIndex w = v_ + 2; w + 1 < t_.size() && t_[w].upos != Upos::punct; ++w) {
      if (!s_.isAny(w, {"of"}) || t_[w + 1].xpos != Xpos::vbg || s_.inQuote(w + 1))
        continue;
      if (object() != noWord)
        told_.addressee = phraseOf(s_, object());
      const Relation r = t_.relation(w + 1);
      const bool helps =
          r == Relation::cop || r == Relation::aux || r == Relation::auxPass; // "of being too close"
      const WordIndex done = helps && t_.head(w + 1) > w ? t_.head(w + 1) : w + 1;
      step("of", done);
      return put(v_ + 1, endOfVerb(std::max(t_.extent(done).last, done)), done);
    }
    return false;
  }

  /// "barred the company from cutting off a tap": whom, and what is not to be done.
  bool kept() {
    const WordIndex whom = object();
    if (told_.passive || whom == noWord || whom < v_)
      return false;
    for (WordIndex w = whom + 1; w + 1 < t_.size() && !s_.isComma(w); ++w)
      if (s_.isAny(w, {"from"}) && t_[w + 1].xpos == Xpos::vbg && !s_.inQuote(w + 1)) {
        told_.addressee = phraseOf(s_, whom);
        told_.polarity = Polarity::negative;
        step("from", w + 1);
        return put(extentOf(whom).first > v_ ? extentOf(whom).first : v_ + 1,
                   endOfVerb(std::max(t_.extent(w + 1).last, w + 1)), w + 1);
      }
    return false;
  }

  struct Link {
    std::uint16_t bit = 0;
    std::string_view word;
  };

  // "accused X of lying", "called for a vote", "agreed to a truce", "warned against"
  bool preposition() {
    for (const WordIndex child : hangingBehind()) {
      const std::optional<Link> link = linkOf(child);
      if (!link)
        continue;
      if (isParticiple())
        return false; // "Officers accused of stealing grain fled"
      if (extentOf(child).first > v_)
        return takeLinked(child, *link);
    }
    return false;
  }

  /// The preposition before what is reported, if the verb takes it.
  std::optional<Link> linkOf(WordIndex child) const {
    static constexpr Link links[] = {{valency::of, "of"},      {valency::on, "on"},
                                     {valency::to, "to"},      {valency::with, "with"},
                                     {valency::over, "over"},  {valency::against, "against"},
                                     {valency::forWhat, "for"}};
    const Relation r = grammar::base(t_.relation(child));
    if (r != Relation::obl && r != Relation::advcl && r != Relation::nmod && r != Relation::acl)
      return std::nullopt;
    for (const Link& link : links)
      if ((valency() & link.bit) != 0 && (s_.hasChild(child, Relation::case_, {link.word}) ||
                                          s_.hasChild(child, Relation::mark, {link.word})))
        return link;
    return std::nullopt;
  }

  bool takeLinked(WordIndex child, const Link& link) {
    const auto extent = extentOf(child);
    const WordIndex whom = object();
    addresseeOf();
    step(link.word, child);
    if (link.bit == valency::against)
      told_.polarity = Polarity::negative;
    const bool withWhom = whom != noWord && whom > v_ && whom < extent.first;
    return put(withWhom ? extentOf(whom).first : std::min(extent.first + 1, extent.last),
               endOfVerb(extent.last), child);
  }

  /// "a claim by the paper that an envoy had been sent": with its `that`, to the next comma.
  WordIndex endOfClaim(WordIndex last) const {
    WordIndex end = last;
    bool that = false;
    for (WordIndex w = last; w < t_.size() && !(w > last && (s_.isComma(w) || w > lastOf())); ++w) {
      that = that || s_.isAny(w, {"that"});
      end = w;
    }
    return that ? end : endOfVerb(last);
  }

  /// "The plan was rejected by the tenants": the subject is what is reported.
  bool thingOfPassive() {
    if (const WordIndex given = t_.child(v_, Relation::obj);
        given != noWord && given > v_ && !s_.inQuote(given)) {
      step("obj", given); // "has been promised new boilers by the landlord"
      return put(extentOf(given).first, endOfVerb(extentOf(given).last), given);
    }
    const WordIndex what = t_.child(v_, Relation::nsubjPass);
    if (what == noWord || what > v_ || s_.inQuote(what) || t_[what].upos == Upos::pron ||
        s_.isAny(extentOf(what).first, {"whose"}) || (valency() & valency::object) != 0 ||
        !t_.isFiniteClause(v_))
      return false;
    told_.addressee = std::nullopt;
    step("nsubj:pass", what);
    return put(extentOf(what).first, extentOf(what).last, what);
  }

  /// "declined 3 per cent": what it fell by.
  bool isAmount(WordIndex noun) const {
    return t_[noun].upos == Upos::num ||
           s_.isAny(noun, {"percent", "per", "cent", "cents", "points", "%", "pence"}) ||
           t_.has(noun, Relation::nummod);
  }

  bool refusesOrAccepts() const {
    const std::string_view lemma = s_.lemma(v_);
    return lemma == "refuse" || lemma == "decline" || lemma == "accept" || lemma == "approve";
  }

  /// "Announcing the plans, Holt said: …": what the sentence goes on to tell is the statement.
  bool leadsIn() const {
    const WordIndex main = t_.head(v_);
    return t_[v_].xpos == Xpos::vbg && t_.relation(v_) == Relation::advcl && main != noWord && main > v_ &&
           s_.known(main) != nullptr && (s_.known(main)->common & lexical::cue) != 0;
  }

  bool thing() {
    if ((valency() & valency::thing) == 0)
      return false;
    if (told_.passive)
      return thingOfPassive();
    WordIndex what = t_.child(v_, Relation::obj);
    if (const WordIndex noun = t_.child(v_, Relation::xcomp);
        what == noWord && noun != noWord && t_[noun].xpos == Xpos::vbg)
      what = noun; // "deny wrongdoing"
    if (what == noWord || what < v_ || s_.inQuote(what) || (s_.lemma(v_) == "decline" && isAmount(what)))
      return false;
    const auto extent = extentOf(what);
    if (extent.first <= v_ || leadsIn())
      return false;
    if (const WordIndex iobj = t_.child(v_, Relation::iobj); iobj != noWord)
      told_.addressee = phraseOf(s_, iobj);
    step("obj", what);
    told_.ofThing = true;
    if (s_.isAny(what,
                 {"claim", "claims", "report", "reports", "allegation", "allegations", "suggestion",
                  "suggestions", "accusation", "accusations", "rumour", "rumours", "charge", "charges"}))
      return put(extent.first, endOfClaim(extent.last), what);
    const bool answers =
        s_.known(v_) != nullptr && (s_.known(v_)->unreal == Unreal::denied || refusesOrAccepts());
    const bool bare = answers && extent.first == extent.last &&
                      s_.isAny(what, {"it", "this", "that", "them", "these", "those"});
    return put(bare ? v_ : extent.first, endOfVerb(extent.last), what); // "denied it"
  }
};

} // namespace

bool findClause(const Syntax& syntax, WordIndex verb, ReportedSpeech& told) {
  return ContentOfVerb(syntax, verb, told).run();
}

} // namespace stasis::evidence
