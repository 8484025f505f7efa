#include "evidence/reading/told.h"

#include "evidence/reading/standing.h"

#include <algorithm>
#include <iterator>

namespace stasis::evidence {

namespace {

bool isSubject(Relation r) {
  return grammar::base(r) == Relation::nsubj || grammar::base(r) == Relation::csubj;
}

bool isModifier(Relation r) {
  const Relation b = grammar::base(r);
  return b == Relation::obl || b == Relation::advmod || b == Relation::advcl || b == Relation::discourse;
}

class Teller {
public:
  Teller(const Syntax& syntax, WordIndex verb) : s_(syntax), t_(syntax.tree()), v_(verb) {}

  std::optional<Told> run() {
    told_.word = v_;
    told_.verb = s_.tokenOf(v_);
    if (const Word* known = s_.known(v_))
      told_.cue = known->cue;
    findSpeakers();
    if (told_.speakers.empty())
      return std::nullopt;
    findContent();
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
    return std::move(told_);
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

  const Syntax& s_;
  const SentenceTree& t_;
  WordIndex v_;
  Told told_;
  WordIndex inverted_ = noWord; ///< the speaker, where the tree has an object

  /// Without the comma that may hang from its head before it.
  SentenceTree::Extent extentOf(WordIndex w) const {
    auto extent = t_.extent(w);
    while (extent.first < w && s_.isComma(extent.first))
      ++extent.first;
    return extent;
  }

  void step(std::string_view how, WordIndex w) {
    if (told_.path.empty())
      told_.path = t_.text(v_);
    told_.path += std::string("; ") + std::string(how) + " " + std::string(t_.text(w));
  }

  bool hasModal() const {
    return std::ranges::any_of(t_.children(v_), [&](WordIndex c) {
      return t_.relation(c) == Relation::aux && t_[c].xpos == Xpos::md;
    });
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

  std::uint16_t valency() const { return s_.known(v_) == nullptr ? std::uint16_t{0} : s_.known(v_)->valency; }

  // ---- who

  void findSpeakers() {
    const Relation r = t_.relation(v_);
    if (const WordIndex subject = strayedSubject(); subject != noWord) {
      takeSpeakers(subject, "subject");
      return;
    }
    if (const WordIndex by = s_.agent(v_); by != noWord && passive()) {
      told_.passive = true;
      takeSpeakers(by, "agent");
      patient();
      return;
    }
    if (passive()) {
      if (s_.lemma(v_) == "quote" || s_.lemma(v_) == "cite") // "was quoted as saying"
        if (const WordIndex subject = t_.subject(v_); subject != noWord)
          takeSpeakers(subject, "nsubj");
      return;
    }
    if (s_.lemma(v_) == "quote" || s_.lemma(v_) == "cite") {
      if (const WordIndex quoted = t_.child(v_, Relation::obj); quoted != noWord)
        takeSpeakers(quoted, "obj");
      return;
    }
    WordIndex subject = ownSubject();
    if (subject == noWord && setsOffSpeaker()) {
      inverted_ = t_.child(v_, Relation::obj);
      takeSpeakers(inverted_, "inverted");
      return;
    }
    if (subject != noWord && s_.isAny(subject, {"who", "that", "which"}) && r == Relation::aclRelcl) {
      told_.relative = true;
      takeSpeakers(t_.head(v_), "acl:relcl of");
      return;
    }
    if (subject == noWord)
      subject = borrowedSubject();
    if (subject != noWord)
      takeSpeakers(subject, told_.borrowed ? "subject of" : "nsubj");
  }

  /// ", said Marta Lind,": who says it stands behind the verb and was taken for what is said.
  bool setsOffSpeaker() const {
    const WordIndex noun = t_.child(v_, Relation::obj);
    if (noun == noWord || told_.cue != CueClass::say || v_ == 0 || !s_.isComma(v_ - 1) || noun < v_)
      return false;
    const auto extent = extentOf(noun);
    const auto phrase = phraseOf(s_, noun);
    return extent.first == v_ + 1 && phrase &&
           (phrase->kind == NounKind::person || phrase->kind == NounKind::role) &&
           extent.last + 1 < t_.size() && t_[extent.last + 1].upos == Upos::punct;
  }

  /// "The council called for a truce" with the verb taken for a participle, or for a noun: nothing else in
  /// the sentence is a finite verb.
  WordIndex strayedSubject() const {
    const WordIndex head = t_.head(v_);
    const bool noun = t_[v_].upos != Upos::verb;
    const bool participle = t_.relation(v_) == Relation::acl && head != noWord && t_.root() == head &&
                            head + 1 == v_ && s_.agent(v_) == noWord;
    if ((!noun && !participle) || hasFinite())
      return noWord;
    return noun ? t_.child(v_, Relation::compound) : head;
  }

  bool hasFinite() const {
    for (WordIndex w = 0; w < t_.size(); ++w)
      if (!s_.inQuote(w) && t_.isFiniteForm(w) && w != v_ && !t_.under(w, v_))
        return true;
    return false;
  }

  WordIndex ownSubject() const {
    for (const WordIndex child : t_.children(v_))
      if (isSubject(t_.relation(child)) && t_.relation(child) != Relation::nsubjPass)
        return child;
    return noWord;
  }

  /// "Orr, asked whether he would resign, said …": a participle behind a comma, taken for the verb.
  bool isSetOff() const {
    const WordIndex subject = t_.child(v_, Relation::nsubj);
    if (subject == noWord || v_ == 0 || !s_.isComma(v_ - 1) || subject > v_ ||
        ((valency() & valency::object) == 0 && told_.cue != CueClass::ask))
      return false;
    return std::ranges::any_of(t_.children(v_), [&](WordIndex next) {
      return next > v_ + 1 && s_.known(next) != nullptr && (s_.known(next)->common & lexical::cue) != 0 &&
             s_.isComma(next - 1) && t_.isFiniteForm(next) && !t_.has(next, Relation::nsubj);
    });
  }

  /// Passive, with or without its auxiliary: "the men warned by the court", "Asked whether …, Bell said".
  bool passive() const {
    if (isSetOff())
      return true;
    if (s_.isPassive(v_) && !t_.has(v_, Relation::nsubj))
      return true;
    if (t_.has(v_, Relation::auxPass))
      return true;
    const Relation r = t_.relation(v_);
    const bool past = t_[v_].xpos == Xpos::vbn || (t_[v_].xpos == Xpos::vbd && r == Relation::advcl);
    return past && !t_.has(v_, Relation::aux) && !t_.has(v_, Relation::nsubj) &&
           (r == Relation::acl || r == Relation::amod || r == Relation::advcl || r == Relation::aclRelcl);
  }

  /// Whom a passive is told to.
  void patient() {
    WordIndex whom = t_.subject(v_);
    if (whom == noWord && t_.relation(v_) == Relation::acl)
      whom = t_.head(v_);
    if (whom != noWord)
      told_.addressee = phraseOf(s_, whom);
  }

  /// "saying", "adding that", "went on to say", "and promised".
  WordIndex borrowedSubject() {
    WordIndex at = v_;
    for (int up = 0; up < 4; ++up) {
      const WordIndex head = t_.head(at);
      if (head == noWord)
        return noWord;
      const Relation r = t_.relation(at);
      if (r != Relation::conj && r != Relation::xcomp && r != Relation::advcl && r != Relation::acl &&
          r != Relation::parataxis && r != Relation::dep)
        return noWord;
      if (r == Relation::acl && t_[head].upos != Upos::verb)
        return ownerOf(head);
      told_.borrowed = told_.borrowed || r != Relation::conj;
      if (s_.lemma(head) == "quote" || s_.lemma(head) == "cite") { // "quoted X as saying"
        const WordIndex quoted = t_.child(head, Relation::obj);
        return quoted != noWord ? quoted : t_.subject(head);
      }
      if (const WordIndex subject = t_.subject(head); subject != noWord) {
        if (s_.isAny(subject, {"who", "that", "which"}) && t_.relation(head) == Relation::aclRelcl)
          return t_.head(head);
        return t_.has(head, Relation::auxPass) && r != Relation::advcl && r != Relation::xcomp &&
                       r != Relation::conj
                   ? noWord
                   : subject;
      }
      at = head;
    }
    return noWord;
  }

  /// "issued a statement saying", "a letter from the mayor saying".
  WordIndex ownerOf(WordIndex document) {
    told_.borrowed = true;
    const WordIndex head = t_.head(document);
    const Relation r = grammar::base(t_.relation(document));
    if (head != noWord && (r == Relation::obj || r == Relation::obl))
      if (const WordIndex subject = t_.subject(head); subject != noWord)
        return subject;
    return document;
  }

  void takeSpeakers(WordIndex subject, std::string_view how) {
    step(how, subject);
    std::vector<WordIndex> all = t_.conjuncts(subject);
    const WordIndex beside = t_.child(subject, Relation::appos);
    if (beside != noWord && all.size() == 1 && t_.conjuncts(beside).size() > 1 && isName(beside))
      for (const WordIndex one : t_.conjuncts(beside)) // "Norland, Estland and Suria"
        all.push_back(one);
    if (all.size() == 2 && isOneName(all[0], all[1])) {
      NounPhrase whole = analyse(s_.sentence(), firstOf(all[0]), s_.tokenOf(all[1]) + 1);
      told_.speakers.push_back(whole);
      told_.heads.push_back(s_.tokenOf(all[1]));
      return;
    }
    for (const WordIndex one : all) {
      if (s_.inQuote(one) || (t_[one].upos == Upos::verb && one != subject))
        continue;
      if (auto phrase = phraseOf(s_, one)) {
        if (how == "agent") // "criticised by the union for his silence"
          for (std::size_t i = s_.tokenOf(one) + 1; i < phrase->last; ++i)
            if (s_.sentence().tokens[i].is(lexical::preposition) && (valency() & valency::forWhat) != 0)
              phrase = analyse(s_.sentence(), phrase->first, i);
        told_.speakers.push_back(*phrase);
        told_.heads.push_back(s_.tokenOf(one));
      }
      if (one != subject)
        step("and", one);
    }
    if (beside != noWord && all.size() == 1 && !told_.speakers.empty())
      told_.apposed = phraseOf(s_, beside);
  }

  std::size_t firstOf(WordIndex noun) const {
    return phraseOf(s_, noun).value_or(NounPhrase{s_.tokenOf(noun)}).first;
  }

  bool isName(WordIndex w) const {
    const auto phrase = phraseOf(s_, w);
    return phrase && phrase->named() && !phrase->hasRole;
  }

  /// "the Transport and Power Union": a word behind an article, joined to the name of a body.
  bool isOneName(WordIndex first, WordIndex second) const {
    const auto& tokens = s_.sentence().tokens;
    const std::size_t a = s_.tokenOf(first);
    const std::size_t b = s_.tokenOf(second);
    return a > 0 && tokens[a - 1].is(lexical::determiner) && tokens[a].capital &&
           !tokens[a].is(lexical::place | lexical::body | lexical::role | lexical::title) &&
           tokens[a + 1].is(lexical::conjunction) && b > a + 1 && b <= a + 4 && tokens[a + 2].capital &&
           !tokens[a + 2].is(lexical::determiner) && tokens[b].is(lexical::body) && tokens[b].capital;
  }

  // ---- what

  model::Range bytes(WordIndex first, WordIndex last) const {
    return {t_[first].range.begin, t_[last].range.end};
  }

  void findContent() {
    if (ultimatum() || phrase())
      return;
    if (clause() || infinitive() || preposition() || thing())
      return;
    around();
  }

  WordIndex object() const {
    for (const Relation r : {Relation::obj, Relation::iobj})
      if (const WordIndex w = t_.child(v_, r); w != noWord && w != inverted_)
        return w;
    return noWord;
  }

  /// Behind the verb, its last word before what a comma sets off: content goes on to there.
  WordIndex endOfVerb(WordIndex last) const {
    WordIndex end = last;
    for (const WordIndex child : t_.children(v_)) {
      if (child <= last || !isModifier(t_.relation(child)) || s_.inQuote(child) != s_.inQuote(last))
        continue;
      const auto extent = t_.extent(child);
      const bool comma = extent.first > 0 && s_.isComma(extent.first - 1);
      if (extent.first <= end || (comma && !isCondition(child)))
        continue;
      if (extent.first > end + 1 + (comma ? 1U : 0U))
        break;
      end = extent.last;
    }
    return end;
  }

  bool isCondition(WordIndex clause) const {
    return s_.hasChild(clause, Relation::mark,
                       {"if", "unless", "once", "provided", "until", "should", "assuming", "providing"}) ||
           s_.hasChild(clause, Relation::case_, {"provided", "unless", "until"});
  }

  /// Sets the content to words [first, last], less what does not belong to it at its ends.
  bool put(WordIndex first, WordIndex last, WordIndex head) {
    last = cut(first, last);
    while (first < last && (s_.isAny(first, {"that", ",", ":", "out"}) || isTime(first)))
      ++first;
    while (last > first && (t_[last].upos == Upos::punct && !isClosing(last)))
      --last;
    if (last < first || (last == first && t_[first].upos == Upos::punct))
      return false;
    told_.content = bytes(first, last);
    told_.head = head;
    return true;
  }

  bool isClosing(WordIndex w) const { return s_.isAny(w, {"\"", ")", "]", "%"}) || s_.inQuote(w); }

  bool isTime(WordIndex w) const {
    const Token& token = s_.sentence().tokens[s_.tokenOf(w)];
    return token.is(lexical::time) && token.capital;
  }

  /// A semicolon ends it, and a comma before `but` or `while` with a subject of its own.
  WordIndex cut(WordIndex first, WordIndex last) const {
    for (WordIndex w = first + 1; w < last; ++w) {
      if (s_.inQuote(w))
        continue;
      if (s_.sentence().tokens[s_.tokenOf(w)].kind == TokenKind::semicolon)
        return w - 1;
      if (s_.isComma(w) && w + 2 < last && s_.isAny(w + 1, {"but", "while", "whereas"}))
        return w - 1;
    }
    return last;
  }

  bool clause() {
    for (const WordIndex child : t_.children(v_)) {
      if (t_.relation(child) != Relation::ccomp || child < v_)
        continue;
      const auto extent = extentOf(child);
      WordIndex first = std::max(extent.first, v_ + 1);
      first = afterThat(child, first);
      addresseeOf();
      step("ccomp", child);
      if (s_.hasChild(child, Relation::mark, {"whether"}) ||
          (s_.hasChild(child, Relation::mark, {"if"}) && told_.cue == CueClass::ask)) {
        told_.question = true;
        told_.reality = Reality::asked;
      }
      const bool setOff = s_.isComma(first) || (first > 0 && s_.isComma(first - 1));
      if (setOff && (conditionBefore() || conditionFirst()))
        setAside(std::max(v_, first - 1)); // "If P, Holt said, Q"
      return put(first, std::max({endOfVerb(extent.last), joinedClause(), invertedBehind(extent.last)}),
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
            that == noWord || !t_.isFiniteClause(child) || isBodyRelative(from, that))
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
    return false;
  }

  /// The `that` before a clause, whatever it was taken for.
  WordIndex thatOf(WordIndex clause) const {
    for (const WordIndex child : t_.children(clause))
      if (child < clause && s_.isAny(child, {"that"}))
        return child;
    return noWord;
  }

  /// "the bill that passed": behind a thing that is told, `that` may be its own.
  bool isBodyRelative(WordIndex noun, WordIndex that) const {
    return t_.relation(noun) == Relation::obj && (valency() & valency::thing) != 0 && that == noun + 1 &&
           grammar::base(t_.relation(that)) == Relation::nsubj;
  }

  bool hasRelative(WordIndex clause) const {
    return std::ranges::any_of(t_.children(clause), [&](WordIndex c) {
      return s_.isAny(c, {"who", "which", "that", "whom", "where", "when"});
    });
  }

  /// A condition that hangs from the verb, before it.
  bool conditionBefore() const {
    return std::ranges::any_of(t_.children(v_), [&](WordIndex c) {
      return c < v_ && t_.relation(c) == Relation::advcl &&
             (isCondition(c) || s_.isAny(extentOf(c).first, {"were", "had", "should", "if", "unless"}));
    });
  }

  /// From who says it, or the verb, to before `end`.
  void setAside(WordIndex end) {
    told_.aside = true;
    const auto& tokens = s_.sentence().tokens;
    const std::size_t from = std::min(told_.verb, told_.speakers.front().first);
    told_.teller = model::Range{tokens[from].range.begin, t_[end].range.end};
  }

  /// The sentence begins with a condition, and a comma parts it from who says: wherever the tree hangs it.
  bool conditionFirst() const {
    const auto& tokens = s_.sentence().tokens;
    const std::size_t teller = std::min(told_.verb, told_.speakers.front().first);
    WordIndex first = 0;
    while (first < v_ && t_[first].upos == Upos::punct)
      ++first;
    return teller > 0 && tokens[teller - 1].kind == TokenKind::comma && s_.tokenOf(first) + 1 < teller &&
           s_.isAny(first, {"if", "unless", "should", "were", "had", "once", "until", "provided", "providing",
                            "assuming"});
  }

  /// "said Norland would leave and would sue": what is joined to the verb with a modal and without a subject
  /// goes on with its words.
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

  /// "said the port would close should the strike go on": the condition hung beside what is told.
  WordIndex invertedBehind(WordIndex last) const {
    for (const WordIndex child : t_.children(v_)) {
      const auto extent = extentOf(child);
      if (t_.relation(child) == Relation::ccomp && extent.first == last + 1 &&
          s_.isAny(extent.first, {"should", "were", "had"}))
        return extent.last;
    }
    return 0;
  }

  WordIndex ownSubjectOf(WordIndex clause) const {
    for (const WordIndex child : t_.children(clause))
      if (isSubject(t_.relation(child)))
        return child;
    return noWord;
  }

  /// A condition may hang before the clause from the verb itself: "said that if P, Y would".
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

  bool infinitive() {
    addresseeOf();
    const WordIndex whom = object();
    const WordIndex by = told_.passive ? s_.agent(v_) : noWord;
    for (const WordIndex from : {v_, whom, by}) {
      if (from == noWord)
        continue;
      for (const WordIndex child : t_.children(from)) {
        const Relation r = t_.relation(child);
        const bool complement = r == Relation::xcomp || r == Relation::acl || r == Relation::advcl ||
                                (r == Relation::ccomp && child > v_);
        if (!complement || child < v_ || !s_.isInfinitive(child))
          continue;
        const auto extent = t_.extent(child);
        if (extent.first > 0 && s_.isComma(extent.first - 1))
          continue;
        if (whom == noWord && (valency() & valency::object) != 0 && !told_.passive)
          return false; // "Workers urged to leave stayed"
        if (extent.first <= v_)
          continue;
        step("xcomp", child);
        WordIndex first = extent.first;
        if (first > v_ + 1 && s_.isAny(first - 1, {"not", "never"})) { // hung from the verb of speech
          --first;
          told_.polarity = Polarity::negative;
        }
        return put(startWith(whom, first), endOfVerb(extent.last), child);
      }
    }
    return false;
  }

  /// "the union to suspend its ballot": whom somebody urges or asks begins what is asked.
  WordIndex startWith(WordIndex whom, WordIndex first) const {
    if (whom == noWord || told_.cue == CueClass::tell || whom < v_ || whom > first)
      return first;
    return extentOf(whom).first > v_ ? extentOf(whom).first : first;
  }

  // "accused X of lying", "called for a vote", "agreed to a truce", "warned against"
  bool preposition() {
    struct Link {
      std::uint16_t bit;
      std::string_view word;
    };
    static constexpr Link links[] = {{valency::of, "of"},      {valency::on, "on"},
                                     {valency::to, "to"},      {valency::with, "with"},
                                     {valency::over, "over"},  {valency::against, "against"},
                                     {valency::forWhat, "for"}};
    const WordIndex whom = object();
    const WordIndex by = told_.passive ? s_.agent(v_) : noWord;
    for (const WordIndex from : {v_, whom, by}) {
      if (from == noWord)
        continue;
      for (const WordIndex child : t_.children(from)) {
        const Relation r = grammar::base(t_.relation(child));
        if (child < v_ ||
            (r != Relation::obl && r != Relation::advcl && r != Relation::nmod && r != Relation::acl))
          continue;
        for (const Link& link : links) {
          if ((valency() & link.bit) == 0 || !(s_.hasChild(child, Relation::case_, {link.word}) ||
                                               s_.hasChild(child, Relation::mark, {link.word})))
            continue;
          if (whom == noWord && (valency() & valency::object) != 0 && !told_.passive)
            return false; // "Officers accused of stealing grain fled"
          const auto extent = extentOf(child);
          if (extent.first <= v_)
            continue;
          addresseeOf();
          step(link.word, child);
          if (link.bit == valency::against)
            told_.polarity = Polarity::negative;
          const bool withWhom = whom != noWord && whom > v_ && whom < extent.first;
          return put(withWhom ? extentOf(whom).first : std::min(extent.first + 1, extent.last),
                     endOfVerb(extent.last), child);
        }
      }
    }
    return false;
  }

  bool thing() {
    if ((valency() & valency::thing) == 0 || told_.passive)
      return false;
    const WordIndex what = t_.child(v_, Relation::obj);
    if (what == noWord || what < v_ || s_.inQuote(what))
      return false;
    const auto extent = extentOf(what);
    if (extent.first <= v_)
      return false;
    if (const WordIndex iobj = t_.child(v_, Relation::iobj); iobj != noWord)
      told_.addressee = phraseOf(s_, iobj);
    step("obj", what);
    return put(extent.first, endOfVerb(extent.last), what);
  }

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
    const WordIndex what = t_.child(v_, Relation::obj);
    if (what == noWord || what < v_)
      return false;
    const bool fits = (lemma == "express" && s_.isAny(what, {"readiness", "willingness", "determination",
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
      if (lemma == "express" && s_.isInfinitive(child))
        return put(extentOf(child).first, endOfVerb(extentOf(child).last), child);
    for (const WordIndex child : t_.children(v_))
      if (lemma == "express" && child > what && s_.isInfinitive(child))
        return put(extentOf(child).first, endOfVerb(extentOf(child).last), child);
    const auto extent = extentOf(v_);
    WordIndex last = extentOf(what).last;
    while (last < extent.last && !s_.isComma(last + 1) && t_[last + 1].upos != Upos::punct)
      ++last;
    return put(extentOf(what).first, last, what);
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

  // ---- words before the verb, or on both sides of it

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

  WordIndex lastOf() const {
    auto w = static_cast<WordIndex>(t_.size() - 1);
    while (w > 0 && t_[w].upos == Upos::punct)
      --w;
    return w;
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
      auto one = Teller(syntax, w).run();
      if (!one)
        continue;
      std::vector<Told> more = Teller(syntax, w).besides(*one);
      all.push_back(std::move(*one));
      std::ranges::move(more, std::back_inserter(all));
    }
  return all;
}

} // namespace stasis::evidence
