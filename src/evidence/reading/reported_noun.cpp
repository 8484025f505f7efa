#include "evidence/reading/reported_noun.h"

#include "evidence/reading/standing.h"
#include "evidence/reading/verb_of_speech.h"

#include <algorithm>

namespace stasis::evidence {

namespace {

class ActOfNoun : VerbOfSpeech {
public:
  using VerbOfSpeech::VerbOfSpeech;

  bool run() {
    told_.word = v_;
    told_.verb = s_.tokenOf(v_);
    told_.cue = CueClass::act;
    if (isNone() || isTakenBack() || !findOwner() || !findContent())
      return false;
    const Standing standing = standingOf(s_, carrier_ == noWord ? v_ : carrier_);
    told_.reality = standing.reality;
    if (told_.head != noWord && (isDenied(s_, told_.head) || s_.isAny(v_, {"refusal", "refusals"})))
      told_.polarity = Polarity::negative;
    return true;
  }

private:
  WordIndex carrier_ = noWord; ///< "signed" of "signed a pledge"

  /// "no offer", "any demand".
  bool isNone() const {
    return std::ranges::any_of(t_.children(v_), [&](WordIndex c) {
      return c < v_ && s_.isAny(c, {"no", "any", "neither", "every", "such", "without", "not"});
    });
  }

  /// "withdrew its offer to", "in the absence of a demand for".
  bool isTakenBack() const {
    const WordIndex head = t_.head(v_);
    return isCarrying(head == noWord ? v_ : head, Carrying::takesBack);
  }

  bool isCarrying(WordIndex w, Carrying how) const {
    return s_.known(w) != nullptr && s_.known(w)->carrying == how;
  }

  bool findOwner() {
    for (const WordIndex child : t_.children(v_))
      if (t_.relation(child) == Relation::nmodPoss && t_[child].upos != Upos::pron)
        return take(child, "genitive");
    if (const WordIndex by = ownerBehind(); by != noWord)
      return take(by, "by");
    const WordIndex head = t_.head(v_);
    if (head == noWord || t_.relation(v_) != Relation::obj || !isCarrying(head, Carrying::carries))
      return false;
    carrier_ = head;
    const WordIndex subject = t_.subject(head);
    return subject != noWord && t_.relation(subject) != Relation::nsubjPass && take(subject, "carried by");
  }

  /// "by the herders", "from the union", right after the noun; `of` if the noun takes none itself.
  WordIndex ownerBehind() const {
    if (v_ + 2 >= t_.size() ||
        !(s_.isAny(v_ + 1, {"by", "from"}) || (s_.isAny(v_ + 1, {"of"}) && !takes(actNoun::of))))
      return noWord;
    const WordIndex owner = t_.head(v_ + 1);
    return owner != noWord && owner > v_ && t_.relation(v_ + 1) == Relation::case_ ? owner : noWord;
  }

  bool take(WordIndex owner, std::string_view how) {
    step(how, owner);
    for (const WordIndex one : t_.conjuncts(owner)) {
      auto phrase = phraseOf(s_, one);
      if (!phrase || s_.inQuote(one) || t_[one].upos == Upos::verb)
        continue;
      const auto behind =
          std::ranges::find_if(t_.children(one), [&](WordIndex c) { return c > v_ && thing(c); });
      if (one > v_ && behind != t_.children(one).end()) // "by the farmers for lower tolls"
        phrase = analyse(s_.sentence(), phrase->first, s_.tokenOf(extentOf(*behind).first));
      told_.speakers.push_back(*phrase);
      told_.heads.push_back(s_.tokenOf(one));
    }
    return !told_.speakers.empty();
  }

  bool takes(std::uint8_t bit) const { return (s_.known(v_)->actNoun & bit) != 0; }

  bool findContent() {
    for (const WordIndex child : candidates()) {
      const auto extent = extentOf(child);
      if (extent.first <= v_ || s_.inQuote(child))
        continue;
      const bool to = takes(actNoun::to) && s_.isInfinitive(child);
      const WordIndex that = thatOf(child);
      const bool clause = takes(actNoun::that) && that != noWord && that > v_ && t_.isFiniteClause(child) &&
                          grammar::base(t_.relation(that)) != Relation::nsubj;
      if (!to && !clause && !thing(child))
        continue;
      step(to ? "to" : clause ? "that" : "thing", child);
      const WordIndex first = clause ? that + 1 : extent.first;
      const WordIndex end = beforePredicate(child);
      return put(first, t_.head(v_) == noWord ? std::max(child, end) : std::min(extent.last, end), child);
    }
    return false;
  }

  /// What is attached to the noun, to its owner after it, or to the verb that carries it.
  std::vector<WordIndex> candidates() const {
    std::vector<WordIndex> all;
    const auto add = [&](WordIndex from) {
      if (from != noWord)
        for (const WordIndex child : t_.children(from))
          if (child > v_)
            all.push_back(child);
    };
    add(v_);
    add(ownerBehind());
    add(carrier_);
    return all;
  }

  /// "for a pay review", "of a strike".
  bool thing(WordIndex child) const {
    if (grammar::base(t_.relation(child)) != Relation::nmod || child == ownerBehind())
      return false;
    return (takes(actNoun::forWhat) && s_.hasChild(child, Relation::case_, {"for"})) ||
           (takes(actNoun::of) && s_.hasChild(child, Relation::case_, {"of"})) ||
           (takes(actNoun::against) && s_.hasChild(child, Relation::case_, {"against"}));
  }

  /// Not under a conjunction or a relative word, and not joined: the verb of the sentence, which the tree
  /// took for something else.
  bool isLoose(WordIndex verb) const {
    return t_.relation(verb) != Relation::conj && !t_.has(verb, Relation::mark) && !hasRelative(verb);
  }

  /// The last word before the verb whose subject the noun is. If the tree has none, before the first verb
  /// without a subject of its own: "Norland's threat to close the strait alarmed shipowners".
  WordIndex beforePredicate(WordIndex content) const {
    const WordIndex verb = t_.head(v_);
    for (WordIndex w = std::max(content, v_) + 1; w < t_.size(); ++w) {
      const bool helps = t_.relation(w) == Relation::aux || t_.relation(w) == Relation::auxPass ||
                         t_.relation(w) == Relation::cop;
      const WordIndex head = helps ? t_.head(w) : w;
      if (s_.inQuote(w) || !t_.isFiniteForm(w))
        continue;
      if (head == verb || (verb == noWord && isLoose(head)))
        return w - 1;
    }
    return static_cast<WordIndex>(t_.size() - 1);
  }
};

} // namespace

bool namesAct(const Syntax& syntax, WordIndex word) {
  const Word* known = syntax.known(word);
  return known != nullptr && known->actNoun != 0 && syntax.tree()[word].upos == Upos::noun &&
         !syntax.inQuote(word);
}

bool findByNoun(const Syntax& syntax, WordIndex noun, ReportedSpeech& told) {
  return ActOfNoun(syntax, noun, told).run();
}

} // namespace stasis::evidence
