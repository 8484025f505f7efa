#include "evidence/reading/reported_speaker.h"

#include "evidence/reading/verb_of_speech.h"

#include <algorithm>

namespace stasis::evidence {

namespace {

class SpeakersOfVerb : VerbOfSpeech {
public:
  using VerbOfSpeech::VerbOfSpeech;

  void run() {
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
    if (const WordIndex near = subjectBehindMarker(subject); near != noWord)
      subject = near;
    if (subject == noWord && setsOffSpeaker()) {
      told_.inverted = t_.child(v_, Relation::obj);
      takeSpeakers(told_.inverted, "inverted");
      return;
    }
    if (subject != noWord && s_.isAny(subject, {"who", "that", "which"}) && r == Relation::aclRelcl) {
      told_.relative = true;
      takeSpeakers(t_.head(v_), "acl:relcl of");
      return;
    }
    if (const WordIndex before = nounBeforeRelative(subject); before != noWord) {
      told_.relative = true;
      takeSpeakers(before, "relative of");
      return;
    }
    if (subject != noWord && s_.isAny(subject, {"who", "what"}))
      return; // "Who told the paper is unclear."
    if (subject == noWord)
      subject = borrowedSubject();
    if (subject != noWord)
      takeSpeakers(subject, told_.borrowed ? "subject of" : "nsubj");
  }

private:
  /// ", said Marta Lind,": the speaker stands after the verb and was taken for what is said.
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

  /// "The council called for a truce" with the verb taken for a participle or a noun: nothing else in the
  /// sentence is a finite verb.
  WordIndex strayedSubject() const {
    if (const WordIndex who = t_.head(v_); who != noWord && t_.relation(v_) == Relation::acl && v_ > 1 &&
                                           s_.isComma(v_ - 1) && v_ + 1 < t_.size() &&
                                           s_.isAny(v_ + 1, {"to"}) && hasNoPassiveWithTo())
      return t_.relation(who) == Relation::appos ? t_.head(who)
                                                 : who; // "the moderator, Ann Orr, proposed to sell"
    const WordIndex head = t_.head(v_);
    const bool noun = t_[v_].upos != Upos::verb;
    const bool participle = t_.relation(v_) == Relation::acl && head != noWord && t_.root() == head &&
                            (head + 1 == v_ || s_.isComma(v_ - 1)) && s_.agent(v_) == noWord;
    if ((!noun && !participle) || hasFinite())
      return noWord;
    return noun ? t_.child(v_, Relation::compound) : head;
  }

  /// "thanked Switzerland, which has offered": the noun before the comma, wherever the tree attaches the
  /// clause.
  WordIndex nounBeforeRelative(WordIndex subject) const {
    if (subject == noWord || subject < 2 || !s_.isAny(subject, {"who", "which"}) || !s_.isComma(subject - 1))
      return noWord;
    WordIndex noun = subject - 2;
    while (t_[noun].upos == Upos::propn && t_.head(noun) != noWord && t_.head(noun) < noun &&
           t_.relation(noun) == Relation::flat)
      noun = t_.head(noun);
    if (t_.relation(noun) == Relation::appos && t_.head(noun) < noun && t_[t_.head(noun)].upos == Upos::propn)
      noun = t_.head(noun); // "Farid Nour, a dentist, who says"
    return t_[noun].upos == Upos::noun || t_[noun].upos == Upos::propn ? noun : noWord;
  }

  bool hasNoPassiveWithTo() const {
    const std::string_view lemma = s_.lemma(v_);
    for (const std::string_view verb : {"propose", "promise", "vow", "pledge", "threaten", "offer", "agree",
                                        "refuse", "decline", "swear", "undertake"})
      if (lemma == verb)
        return true;
    return false;
  }

  WordIndex ownSubject() const {
    for (const WordIndex child : t_.children(v_))
      if (isSubject(t_.relation(child)) && (t_.relation(child) != Relation::nsubjPass || isActive()) &&
          !isWhen(child) && !isOfContent(child))
        return child;
    for (const WordIndex child : t_.children(v_)) // "he has, however, promised"
      if (child < v_ && t_.relation(child) == Relation::aux && t_.has(child, Relation::nsubj))
        return t_.child(child, Relation::nsubj);
    if (const WordIndex has = t_.head(v_);
        has != noWord && t_.relation(v_) == Relation::ccomp && t_[v_].xpos == Xpos::vbn &&
        s_.isAny(has, {"has", "have", "had"}) && !t_.has(has, Relation::obj) && t_.subject(has) < has)
      return t_.subject(has); // "he has, however, promised" with the auxiliary taken for the verb
    for (const WordIndex child :
         t_.children(v_)) // "As the report noted, …" with `as` taken for a preposition
      if (child < v_ && t_.relation(child) == Relation::obl && told_.cue == CueClass::say &&
          t_.isFiniteForm(v_) && t_.extent(child).first == 0 && s_.isAny(0, {"as"}) &&
          s_.hasChild(child, Relation::case_, {"as"}))
        return child;
    return noWord;
  }

  /// "prices fell as analysts warned": who stands between the marker and the verb, if the tree has taken the
  /// subject of the clause before.
  WordIndex subjectBehindMarker(WordIndex subject) const {
    if (subject == noWord || subject > v_ || v_ < 4)
      return noWord;
    WordIndex first = v_;
    while (first > subject + 1 && (t_[first - 1].upos == Upos::noun || t_[first - 1].upos == Upos::propn ||
                                   t_[first - 1].upos == Upos::adj || t_[first - 1].upos == Upos::det))
      --first;
    const WordIndex noun = v_ - 1;
    const bool whole = first < v_ && (t_[noun].xpos == Xpos::nns || t_[noun].upos == Upos::propn ||
                                      (t_[noun].upos == Upos::noun && t_[first].upos == Upos::det));
    if (!whole || first < subject + 3 ||
        !s_.isAny(first - 1, {"as", "while", "after", "because", "when", "although", "though"}))
      return noWord;
    for (WordIndex w = subject + 1; w + 1 < first; ++w)
      if (t_[w].upos == Upos::verb || t_[w].upos == Upos::aux)
        return noun;
    return noWord;
  }

  /// ", vowing its troops would not leave": the subject of what is vowed.
  bool isOfContent(WordIndex noun) const {
    return noun > v_ && t_[v_].xpos == Xpos::vbg && v_ > 0 && s_.isComma(v_ - 1) &&
           std::ranges::any_of(t_.children(v_),
                               [&](WordIndex c) { return c > noun && t_.relation(c) == Relation::aux; });
  }

  /// "and then, an hour later, denied it": no hour speaks.
  bool isWhen(WordIndex noun) const {
    const Token& token = s_.sentence().tokens[s_.tokenOf(noun)];
    return token.is(lexical::time) && !token.capital && t_.relation(v_) == Relation::conj;
  }

  /// "Orr, asked whether he would resign, said …": a participle after a comma, taken for the verb.
  bool isSetOff() const {
    const WordIndex subject = t_.child(v_, Relation::nsubj);
    if (subject == noWord || v_ == 0 || !s_.isComma(v_ - 1) || subject > v_ ||
        ((valency() & valency::object) == 0 && told_.cue != CueClass::ask))
      return false;
    if (extentOf(subject).last + 2 == v_ ||
        t_[v_ - 2].upos == Upos::propn) // ", asked if he feared it, shrugged"
      for (WordIndex w = v_ + 2; w + 1 < t_.size(); ++w)
        if (s_.isComma(w) && t_.isFiniteForm(w + 1) && ownSubjectOf(w + 1) == noWord && !s_.inQuote(w + 1))
          return true;
    return std::ranges::any_of(t_.children(v_), [&](WordIndex next) {
      return next > v_ + 1 && s_.known(next) != nullptr && (s_.known(next)->common & lexical::cue) != 0 &&
             s_.isComma(next - 1) && t_.isFiniteForm(next) && !t_.has(next, Relation::nsubj);
    });
  }

  /// "Merrow Steel today called on the commission": the verb of the sentence without any auxiliary is no
  /// passive.
  bool isActive() const {
    return t_.root() == v_ && t_.has(v_, Relation::nsubjPass) && !t_.has(v_, Relation::auxPass) &&
           !t_.has(v_, Relation::aux) && s_.agent(v_) == noWord && !hasFinite() &&
           t_.child(v_, Relation::nsubjPass) < v_;
  }

  /// Passive, with or without its auxiliary: "the men warned by the court", "Asked whether …, Bell said".
  bool passive() const {
    if (isSetOff())
      return true;
    if (isActive())
      return false;
    if (s_.isPassive(v_) && !t_.has(v_, Relation::nsubj))
      return true;
    if (t_.has(v_, Relation::auxPass))
      return true;
    const Relation r = t_.relation(v_);
    const bool past = t_[v_].xpos == Xpos::vbn || (t_[v_].xpos == Xpos::vbd && r == Relation::advcl);
    return past && !t_.has(v_, Relation::aux) && !t_.has(v_, Relation::nsubj) &&
           (r == Relation::acl || r == Relation::amod || r == Relation::advcl || r == Relation::aclRelcl);
  }

  /// The addressee of a passive.
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
    if (const WordIndex outer = outerVerb(s_, v_); outer != noWord) {
      if (const WordIndex subject = t_.subject(outer); subject != noWord)
        return subject;
      at = outer;
    }
    if (const WordIndex far = joinedFar(); far != noWord)
      return far;
    if (const WordIndex teller = tellerAbove(); teller != noWord)
      return teller;
    for (int up = 0; up < 4; ++up) {
      const WordIndex head = t_.head(at);
      if (head == noWord)
        return noWord;
      const Relation r = t_.relation(at);
      if (r == Relation::obj && at != v_ && (s_.lemma(head) == "quote" || s_.lemma(head) == "cite"))
        return at;
      if (r != Relation::conj && r != Relation::xcomp && r != Relation::advcl && r != Relation::acl &&
          r != Relation::parataxis && r != Relation::dep)
        return noWord;
      const bool noun = t_[head].upos == Upos::noun || t_[head].upos == Upos::propn;
      if (r == Relation::conj && noun && head < v_ && !t_.has(at, Relation::cc) && s_.isComma(v_ - 1))
        return head; // "Ana Bell, an economist, said" as one thing joined to another
      if (r == Relation::acl && t_[head].upos != Upos::verb) {
        if (const WordIndex verb = t_.head(head); verb != noWord && t_.relation(head) == Relation::obj &&
                                                  (s_.lemma(verb) == "quote" || s_.lemma(verb) == "cite")) {
          told_.borrowed = true;
          return head; // "quoted the minister, Ivo Hale, as saying"
        }
        if (const WordIndex main = setOffFrom(head); main != noWord && at == v_)
          return main;
        return ownerOf(head);
      }
      told_.borrowed = told_.borrowed || r != Relation::conj;
      if (r != Relation::conj &&
          (s_.lemma(head) == "quote" || s_.lemma(head) == "cite")) { // "quoted X as saying"
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

  /// "Orr said last week that Hale stands for the port, adding that": a participle after a comma is of who
  /// speaks, not of whom he speaks; but "said that Hale had refused, saying that" is Hale's.
  WordIndex tellerAbove() {
    if (t_[v_].xpos != Xpos::vbg || v_ < 2 || !s_.isComma(v_ - 1) || t_.relation(v_) != Relation::advcl ||
        told_.cue == CueClass::act)
      return noWord;
    const auto speaks = [&](WordIndex w) {
      const Word* known = s_.known(w);
      return known != nullptr && ((known->common & lexical::cue) != 0 || known->isTelling);
    };
    if (speaks(t_.head(v_)))
      return noWord;
    for (WordIndex at = t_.head(v_); t_.head(at) != noWord; at = t_.head(at)) {
      const WordIndex outer = t_.head(at);
      if (t_.relation(at) == Relation::ccomp && outer < at && speaks(outer) && t_.isFiniteClause(outer) &&
          t_.subject(outer) != noWord && t_.subject(outer) < outer) {
        told_.borrowed = true;
        return t_.subject(outer);
      }
      if (t_.relation(at) != Relation::conj && t_.relation(at) != Relation::xcomp)
        return noWord;
    }
    return noWord;
  }

  /// "called the offer a trick, vowing that": a participle after a comma has the subject of the sentence,
  /// whatever noun the tree has put it under.
  WordIndex setOffFrom(WordIndex noun) {
    const bool comma = v_ > 1 && (s_.isComma(v_ - 1) || (s_.inQuote(v_ - 1) && s_.isComma(v_ - 2)));
    const Word* known = s_.known(noun);
    const bool document = s_.sentence().tokens[s_.tokenOf(noun)].is(lexical::document) ||
                          (known != nullptr && known->actNoun != 0);
    if (!comma || t_[v_].xpos != Xpos::vbg || document || s_.inQuote(v_))
      return noWord;
    for (WordIndex at = noun; at != noWord; at = t_.head(at))
      if (t_.isFiniteClause(at) && at < noun)
        if (const WordIndex subject = t_.subject(at);
            subject != noWord && subject < noun && !s_.inQuote(at)) {
          told_.borrowed = true;
          return subject;
        }
    return noWord;
  }

  /// "have let two lorries through and say": the verb with a tense that it is joined to, across what the tree
  /// has put it under.
  WordIndex joinedFar() const {
    const Xpos form = t_[v_].xpos;
    if (t_.relation(v_) != Relation::conj || !t_.has(v_, Relation::cc) ||
        (form != Xpos::vbp && form != Xpos::vbz && form != Xpos::vbd && form != Xpos::vb))
      return noWord;
    if (t_.isFiniteClause(t_.head(v_)) || t_[t_.head(v_)].upos == Upos::verb)
      return noWord;
    for (WordIndex at = t_.head(v_); at != noWord; at = t_.head(at))
      if (t_.root() == at && t_.isFiniteForm(at))
        return t_.subject(at);
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
    for (const WordIndex second : t_.children(v_)) // "Norland and the Miners' Union said", with two subjects
      if (second > subject && second < v_ && t_.relation(second) == Relation::nsubj && all.size() == 1 &&
          (s_.isAny(extentOf(second).first, {"and"}) ||
           (extentOf(second).first > 0 && s_.isAny(extentOf(second).first - 1, {"and"}))))
        all.push_back(second);
    const WordIndex beside = t_.child(subject, Relation::appos);
    if (beside != noWord && all.size() == 1 && beside < v_ &&
        (t_.has(beside, Relation::cc) || s_.isAny(extentOf(beside).first, {"and"})))
      all.push_back(beside); // "Mayor Ada Lind and Governor Tom Reiss"
    if (const WordIndex owner = t_.child(subject, Relation::nmodPoss);
        owner != noWord && all.size() == 1 && s_.isAny(owner + 1, {"and"}) && t_.has(owner, Relation::conj))
      all.insert(all.begin(), owner); // "Norland and the Miners' Union"
    if (const WordIndex joined = joinedByWords(subject); joined != noWord && all.size() == 1)
      all.push_back(joined);
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
      if (s_.inQuote(one) || t_[one].upos == Upos::cconj ||
          (t_[one].upos == Upos::verb && (one != subject || !isName(one))) || isMonth(one))
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

  /// "Mayor Ada Lind and Governor Tom Reiss said": a second person right before the verb, whom the tree has
  /// joined to something else.
  WordIndex joinedByWords(WordIndex subject) const {
    WordIndex last = v_;
    while (last > subject + 1 && (t_[last - 1].upos == Upos::aux || t_[last - 1].upos == Upos::adv))
      --last;
    WordIndex cc = noWord;
    for (WordIndex w = subject + 1; w < last; ++w) {
      if (s_.isAny(w, {"and"}) && cc == noWord)
        cc = w;
      else if (t_[w].upos != Upos::propn && t_[w].upos != Upos::noun && t_[w].upos != Upos::adj)
        return noWord;
    }
    if (cc == noWord || cc + 2 >= last || t_[last - 1].upos != Upos::propn || t_[subject].upos != Upos::propn)
      return noWord;
    WordIndex head = last - 1;
    while (t_.head(head) != noWord && t_.head(head) > cc && t_.head(head) < last)
      head = t_.head(head);
    const auto one = phraseOf(s_, subject);
    const auto other = phraseOf(s_, head);
    return one && other && one->kind == NounKind::person && other->kind == NounKind::person ? head : noWord;
  }

  /// "come November, proposed to": no time speaks, unless it is a name.
  bool isMonth(WordIndex w) const {
    const Token& token = s_.sentence().tokens[s_.tokenOf(w)];
    return token.is(lexical::time) && token.capital && !token.is(lexical::given) && t_.children(w).empty();
  }

  std::size_t firstOf(WordIndex noun) const {
    return phraseOf(s_, noun).value_or(NounPhrase{s_.tokenOf(noun)}).first;
  }

  bool isName(WordIndex w) const {
    const auto phrase = phraseOf(s_, w);
    return phrase && phrase->named() && !phrase->hasRole;
  }

  /// "the Transport and Power Union": a word after an article, joined to the name of a body.
  bool isOneName(WordIndex first, WordIndex second) const {
    const auto& tokens = s_.sentence().tokens;
    const std::size_t a = s_.tokenOf(first);
    const std::size_t b = s_.tokenOf(second);
    if (b == a + 2 && tokens[a + 1].kind == TokenKind::other && tokens[a].capital && tokens[b].capital)
      return true; // "Hallam & Roth"
    return a > 0 && tokens[a - 1].is(lexical::determiner) && tokens[a].capital &&
           !tokens[a].is(lexical::place | lexical::body | lexical::role | lexical::title) &&
           tokens[a + 1].is(lexical::conjunction) && b > a + 1 && b <= a + 4 && tokens[a + 2].capital &&
           !tokens[a + 2].is(lexical::determiner) && tokens[b].is(lexical::body) && tokens[b].capital;
  }
};

} // namespace

void findSpeakers(const Syntax& syntax, WordIndex verb, ReportedSpeech& told) {
  SpeakersOfVerb(syntax, verb, told).run();
}

} // namespace stasis::evidence
