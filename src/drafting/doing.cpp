#include "drafting/doing.h"

#include "drafting/lemma.h"
#include "evidence/reading/lexicon.h"
#include "evidence/reading/word_list.h"

#include <algorithm>
#include <initializer_list>
#include <unordered_map>

namespace stasis::drafting {

using evidence::grammar::base;
using evidence::grammar::noWord;
using evidence::grammar::Relation;
using evidence::grammar::SentenceTree;
using evidence::grammar::Upos;
using evidence::grammar::WordIndex;
using evidence::grammar::Xpos;

std::string_view classOf(const std::string& lemma) {
  static const auto table = [] {
    std::unordered_map<std::string_view, std::string_view> verbs;
    for (const auto& entry : evidence::wordList("deed_verbs"))
      verbs.emplace(entry.words, entry.value);
    return verbs;
  }();
  const auto at = table.find(lemma);
  return at == table.end() ? std::string_view() : at->second;
}

namespace {

constexpr unsigned deepest = 12; // verbs within verbs

/// What the verbs above a clause say about it.
struct Frame {
  Subject subject = Subject::open;
  std::string who;
  bool negative = false;
  std::optional<Force> force; ///< decided by a verb above
  bool committed = false;
  bool agreed = false;
  bool byPronoun = false;
  bool toYou = false;
  bool today = false; ///< a verb above says that it goes on already
  std::string_view why;
};

class Reader {
public:
  Reader(const SentenceTree& tree, Voice voice, bool condition, bool offered = false)
      : t_(tree), voice_(voice), condition_(condition), offered_(offered) {}

  std::vector<Doing> run(WordIndex head) {
    if (t_.empty())
      return {};
    if (condition_ && t_[head].upos != Upos::verb && t_[head].upos != Upos::aux &&
        !t_.has(head, Relation::cop))
      return {}; // not a clause, as far as the tree shows
    root(head);
    return std::move(out_);
  }

private:
  const SentenceTree& t_;
  Voice voice_;
  bool condition_;
  bool offered_;
  std::vector<Doing> out_;

  bool any(WordIndex w, std::initializer_list<std::string_view> words) const {
    return w != noWord && std::ranges::any_of(words, [&](std::string_view one) { return t_.is(w, one); });
  }
  bool hasWord(WordIndex w, std::initializer_list<std::string_view> words) const {
    return std::ranges::any_of(t_.children(w), [&](WordIndex c) { return any(c, words); });
  }

  // --- clauses beside each other

  void root(WordIndex w) {
    clause(w, {}, 0);
    joined(w);
    for (const WordIndex c : t_.children(w))
      if (t_.relation(c) == Relation::parataxis && t_[c].upos == Upos::verb && t_.has(c, Relation::nsubj))
        root(c);
  }

  /// Clauses joined to it. What stands before the first verb applies to all that have no subject of their
  /// own.
  void joined(WordIndex w) {
    for (const WordIndex c : t_.children(w))
      if (t_.relation(c) == Relation::conj && isClause(c) && isJoined(c) && !isAskedToo(w, c) &&
          !isOrElse(c)) {
        if (isThingListed(w, c))
          continue;
        const std::size_t before = out_.size();
        const bool together = isNegatedToo(w, c);
        Frame frame;
        if (!t_.has(c, Relation::nsubj) && !t_.has(c, Relation::nsubjPass) && !hasModal(c)) {
          frame = carried(w);
          if (hasWord(c, {"nor"})) // negates the clause by itself
            frame.negative = false;
        }
        if (together && condition_)
          frame.negative = true;
        if (together && !condition_)
          none(c, frame, "negation not clear"); // will not close it and sell it: neither, or not both
        else
          clause(c, frame, 0);
        if (hasWord(c, {"or"}) ? !isNegatedBefore(w, c) : together && condition_)
          for (std::size_t i = 0; i < out_.size(); ++i)
            out_[i].either = out_[i].either || i >= before || before == 1;
        joined(c);
      }
  }
  /// `follow it up with a withdrawal and lifting the blockade`: the second is listed with a thing before it.
  bool isThingListed(WordIndex w, WordIndex c) const {
    return t_[c].xpos == Xpos::vbg && t_[w].xpos != Xpos::vbg && !t_.has(c, Relation::aux) &&
           !t_.has(c, Relation::nsubj);
  }
  /// Has the auxiliary of the first, with its negation: `does not withdraw and pay`, `has not left or paid`.
  bool isNegatedBefore(WordIndex w, WordIndex c) const {
    if (!t_.isNegated(w) || t_.isNegated(c) || isInfinitive(c) || t_.has(c, Relation::aux) ||
        t_.has(c, Relation::auxPass) || t_.has(c, Relation::cop))
      return false;
    if (t_.has(c, Relation::nsubj) || t_.has(c, Relation::nsubjPass))
      return t_[w].xpos == Xpos::vbn && t_[c].xpos == Xpos::vbn; // is not withdrawn and the crew freed
    const auto form = [&](WordIndex verb) {
      switch (t_[verb].xpos) {
      case Xpos::vb:
      case Xpos::vbp: return 1;
      case Xpos::vbn:
      case Xpos::vbd: return 2;
      case Xpos::vbg: return 3;
      default: return 0;
      }
    };
    return form(w) == form(c);
  }
  /// `does not withdraw and pay`: not both.
  bool isNegatedToo(WordIndex w, WordIndex c) const { return hasWord(c, {"and"}) && isNegatedBefore(w, c); }
  /// `to withdraw or face sanctions`: what is threatened, not asked.
  bool isOrElse(WordIndex c) const {
    return hasWord(c, {"or"}) && any(c, {"face", "risk", "lose", "see", "suffer", "be", "pay"});
  }
  /// `would urge them to wait and, please, to keep shipping`: the second is asked, too, whatever it is joined
  /// to.
  bool isAskedToo(WordIndex w, WordIndex c) const { return isInfinitive(c) && kindOf(w) == "ask"; }
  bool isJoined(WordIndex c) const {
    if (hasWord(c, {"rather", "than", "instead"})) // accept the offer rather than strike
      return false;
    return std::ranges::any_of(t_.children(c), [&](WordIndex w) {
      return t_.relation(w) == Relation::cc || t_[w].xpos == Xpos::comma || t_[w].xpos == Xpos::colon;
    });
  }
  bool isClause(WordIndex w) const {
    return t_[w].upos == Upos::verb || t_.has(w, Relation::cop) || t_[w].upos == Upos::aux;
  }
  bool hasModal(WordIndex w) const {
    return std::ranges::any_of(t_.children(w), [&](WordIndex c) { return t_[c].xpos == Xpos::md; });
  }
  /// `will close the port and expel the crew`: the second clause inherits from the first.
  Frame carried(WordIndex first) const {
    Frame frame;
    const Force force = forceOf(first, subjectOf(first, {}).subject);
    if (force != Force::none)
      frame.force = force;
    const bool or_ = std::ranges::any_of(t_.children(first), [&](WordIndex c) {
      return t_.relation(c) == Relation::conj && hasWord(c, {"or", "nor"});
    });
    if (or_ && negated(first))
      frame.negative = true;
    return frame;
  }

  // --- one clause

  void clause(WordIndex w, const Frame& frame, unsigned depth) {
    if (depth > deepest)
      return;
    Frame own = subjectOf(w, frame);
    own.negative = frame.negative != negated(w);
    own.force = frame.force;
    own.why = frame.why;
    own.committed = frame.committed;
    own.agreed = frame.agreed;
    if (isAgainst(w) && !t_.isNegated(w) && own.subject == Subject::speaker && !condition_) {
      own.negative = !own.negative;
      own.force = Force::wish;
      return finish(deedOf(t_, w), w, own); // we are against closing it
    }
    if (unsure(w))
      return none(w, own, "negation not clear");
    if (isQuestion(w))
      return none(w, own, "only a question");
    if (thereWillBeNo(w, own) || isOneWho(w, own, depth) || isNotForSale(w, own) || livesWith(w, own))
      return;
    const std::string_view kind = kindOf(w);
    if (!own.force && !condition_) {
      const Force force = forceOf(w, own.subject);
      if (force == Force::none && own.subject == Subject::speaker && seesNoReason(w, own, depth))
        return;
      if (force == Force::none && !performs(w, kind, own))
        return none(w, own, reasonOf(w));
      if (force != Force::none)
        own.force = force;
    }
    if (unwrapped(w, kind, own, depth))
      return;
    if (kind == "accuse" && own.force == Force::ask && t_.has(w, Relation::obj))
      return finish(deedOf(t_, w), w, own); // calls on the council to condemn it
    const bool stays = kind == "state" && any(w, {"stay", "remain", "speak"}) &&
                       (frame.force || (isInfinitive(w) && w == t_.root()) || staysSomewhere(w, own));
    if (stays)
      return finish(deedOf(t_, w), w, own); // begged her to stay
    if (t_.has(w, Relation::cop) || kind == "state" || kind == "say" || kind == "accuse" || kind == "deny" ||
        isNominal(w))
      return condition_ ? event(w, own) : none(w, own, kind == "deny" ? "it is denied" : "nothing done here");
    finish(deedOf(t_, w), w, own);
  }

  /// `the army will stay in the valley`
  bool staysSomewhere(WordIndex w, const Frame& own) const {
    const bool bare =
        own.subject == Subject::speaker && own.force == Force::wish && !condition_ &&
        voice_ == Voice::direct && any(w, {"stay", "staying"}) && !t_.has(w, Relation::xcomp) &&
        std::ranges::none_of(t_.children(w), [&](WordIndex c) { return c > w && t_[c].upos == Upos::adj; });
    const bool thing = own.subject == Subject::named && own.force == Force::tells && !condition_ &&
                       hasModal(w) && any(w, {"stay", "remain"}) && !t_.has(w, Relation::xcomp);
    return bare || (thing && t_.children(w).back() < w) ||
           (own.force && !condition_ && (own.subject == Subject::speaker || own.subject == Subject::named) &&
            std::ranges::any_of(t_.children(w), [&](WordIndex c) {
              return c > w && base(t_.relation(c)) == Relation::obl && !isTimeOf(c) &&
                     hasWord(c, {"in", "on", "at", "within", "inside", "behind", "outside"}) &&
                     !any(c, {"force", "place", "touch", "power", "office", "effect", "contact", "charge",
                              "control", "talks", "course", "track", "hand", "table", "guard", "alert"});
            }));
  }
  /// `there will be no talks with the bank`, `there can be no deal`: what the speaker will not have.
  bool isNominal(WordIndex w) const {
    const Upos u = t_[w].upos;
    return u == Upos::noun || u == Upos::propn || u == Upos::adj || u == Upos::pron || u == Upos::num ||
           u == Upos::adv || u == Upos::det || u == Upos::part;
  }
  /// `I will not be the mayor who sells the river`, `we will be the first to sign`: the clause about who one
  /// will be.
  bool isOneWho(WordIndex w, const Frame& own, unsigned depth) {
    if (condition_ || own.subject != Subject::speaker || !t_.has(w, Relation::cop) ||
        t_[w].upos == Upos::verb || forceOf(w, own.subject) != Force::wish || perfect(w))
      return false;
    for (const WordIndex c : t_.children(w)) {
      const WordIndex subject = t_.child(c, Relation::nsubj);
      const bool who = t_.relation(c) == Relation::aclRelcl && subject != noWord &&
                       any(subject, {"who", "that"}) && (t_[c].xpos == Xpos::vbz || t_[c].xpos == Xpos::vbp);
      if (c < w || t_[c].upos != Upos::verb || !who)
        continue;
      Doing doing;
      doing.deed = deedOf(t_, c);
      doing.subject = Subject::speaker;
      doing.negative = own.negative != negated(c);
      doing.force = depth == 0 ? Force::wish : Force::none;
      out_.push_back(std::move(doing));
      return true;
    }
    return false;
  }
  /// `the depot is not for sale`
  bool isNotForSale(WordIndex w, Frame own) {
    const WordIndex subject = t_.child(w, Relation::nsubj);
    if (condition_ || subject == noWord || !own.negative || !any(w, {"sale"}) || !hasWord(w, {"for"}) ||
        !t_.has(w, Relation::cop) || t_[subject].upos == Upos::pron)
      return false;
    Deed deed = acceptanceOf(t_, subject);
    deed.verb = "sell";
    deed.label.replace(0, std::string_view("accept").size(), deed.verb);
    own.subject = Subject::speaker;
    own.who.clear();
    own.force = Force::wish;
    finish(std::move(deed), w, own);
    return true;
  }
  /// `could live with a lower fee`, `cannot live with it`: accepts it or does not.
  bool livesWith(WordIndex w, Frame own) {
    if (condition_ || own.force || own.subject != Subject::speaker || !any(w, {"live"}) || perfect(w) ||
        !hasWord(w, {"can", "could", "ca"}) || t_.has(w, Relation::obj))
      return false;
    for (const WordIndex c : t_.children(w)) {
      const bool with = c > w && base(t_.relation(c)) == Relation::obl && hasWord(c, {"with"});
      const bool that = any(c, {"that", "this", "it"});
      if (!with || !(that || t_[c].upos == Upos::noun) ||
          any(c, {"consequences", "consequence", "risk", "risks", "uncertainty", "fear", "result", "results",
                  "pain", "memory", "noise", "family", "parents", "mother", "father", "friends"}))
        continue;
      Deed deed = acceptanceOf(t_, c);
      deed.pronoun = that;
      constexpr std::string_view accept = "accept ";
      if (std::string_view(deed.label).substr(accept.size()).starts_with("with "))
        deed.label.erase(accept.size(), std::string_view("with ").size());
      own.force = Force::wish;
      own.agreed = that;
      finish(std::move(deed), w, own);
      out_.back().answers = true;
      return true;
    }
    return false;
  }
  bool thereWillBeNo(WordIndex w, Frame own) {
    if (condition_ || own.force || !t_.has(w, Relation::expl) || !hasModal(w) || perfect(w) ||
        hasWord(w, {"may", "might", "must", "should", "not", "n't", "n’t"}))
      return false;
    const WordIndex noun = any(w, {"be"}) ? t_.child(w, Relation::nsubj) : w;
    if (noun == noWord || !hasWord(noun, {"no"}))
      return false;
    const std::string lemma = nounLemma(t_.text(noun));
    const bool held = isHeld(lemma);
    const bool made = isMade(lemma);
    const bool paid =
        isOneOf(lemma, {"pay", "bonus", "compensation", "refund", "subsidy", "bailout", "raise"});
    Deed deed = held || made || paid ? acceptanceOf(t_, noun) : deedNamedBy(t_, noun);
    if (deed.verb.empty())
      return false;
    own.subject = Subject::open;
    if (held || made || paid) {
      own.subject = Subject::speaker;
      deed.verb = held ? "hold" : made ? "make" : "pay";
      deed.label.replace(0, std::string_view("accept").size(), deed.verb);
    }
    own.negative = true;
    own.force = Force::wish;
    finish(std::move(deed), noun, own);
    out_.back().byNoun = own.subject == Subject::open;
    return true;
  }

  void finish(Deed deed, WordIndex w, const Frame& own) {
    Doing doing;
    doing.subject = own.subject;
    doing.who = own.who;
    doing.negative = own.negative;
    doing.force = own.force.value_or(Force::none);
    doing.why = own.why;
    doing.deed = std::move(deed);
    doing.passive = t_.has(w, Relation::nsubjPass);
    if (!condition_ && isDoneToSpeaker(w, own) && doing.force == Force::wish) {
      doing.force = Force::none; // we will not be bounced into it
      doing.why = "another's act foretold";
    }
    if (!condition_ && doing.subject == Subject::named && !doing.passive)
      doing.middle = middleOf(w, doing.deed);
    doing.today = own.today;
    doing.instead = insteadOf(w);
    doing.agreed = own.agreed;
    doing.onlyThen = isOnly(w);
    doing.obliged = hasWord(w, {"must", "should", "ought"});
    doing.within = namesBelow(w);
    doing.committed = own.committed && own.subject == Subject::named;
    doing.byPronoun = own.byPronoun;
    doing.toYou = own.toYou;
    if (condition_ || (doing.subject == Subject::named && !doing.passive && isClause(w)))
      doing.eventDeed = eventOf(t_, w);
    if (doing.subject == Subject::thing && condition_) {
      doing.event = true;
      doing.deed = eventOf(t_, w);
    }
    out_.push_back(std::move(doing));
  }
  /// `instead of closing it`, `rather than close it`
  Deed insteadOf(WordIndex w) const {
    for (const WordIndex c : t_.children(w))
      if (!condition_ && c > w && t_[c].upos == Upos::verb && hasWord(c, {"instead", "rather"}) &&
          (t_[c].xpos == Xpos::vbg || t_[c].xpos == Xpos::vb) && !t_.isNegated(c))
        return deedOf(t_, c);
    return {};
  }
  /// `the mine will close`, `no ward will close`: what somebody does to the subject; empty for other verbs.
  Deed middleOf(WordIndex w, const Deed& deed) const {
    const WordIndex subject = t_.child(w, Relation::nsubj);
    if (Deed happening = happeningOf(t_, w); !happening.verb.empty())
      return happening;
    const bool stays = isOneOf(deed.verb, {"stay", "remain"}); // the quota would stay: it is kept
    if (subject == noWord || !deed.object.empty() || t_[subject].upos != Upos::noun ||
        (!stays && !isOneOf(deed.verb, {"close", "open", "reopen", "shut", "resume", "restart", "begin",
                                        "start", "stop"})))
      return {};
    const std::string noun = nounLemma(t_.text(subject)); // the truce will begin: takes two
    if (isOneOf(deed.verb, {"begin", "start", "stop"}) && (isHeld(noun) || isMade(noun)))
      return {};
    Deed made = acceptanceOf(t_, subject);
    made.verb = stays ? "keep" : deed.verb;
    made.label.replace(0, std::string_view("accept").size(), made.verb);
    return made;
  }
  /// A passive of which the speaker is the object.
  bool isDoneToSpeaker(WordIndex w, const Frame& own) const {
    const WordIndex subject = t_.child(w, Relation::nsubjPass);
    if (bindsItself(w) || agentOf(w) != noWord)
      return false;
    if (subject == noWord) // would start in July and would not be blackmailed
      return own.subject == Subject::speaker && !t_.has(w, Relation::nsubj) && t_.has(w, Relation::auxPass);
    return any(subject, {"i", "we"}) || (voice_ == Voice::told && any(subject, {"he", "she"})) ||
           (voice_ == Voice::told && own.negative && own.subject == Subject::speaker && any(subject, {"it"}));
  }
  /// `will only sign`, `will sell it only to the state`.
  bool isOnly(WordIndex w) const {
    return hasWord(w, {"only"}) || std::ranges::any_of(t_.children(w), [&](WordIndex c) {
             return base(t_.relation(c)) == Relation::obl && hasWord(c, {"only"});
           });
  }
  /// Names in the phrase of the object: `the withdrawal of Israeli forces`, `Serrado's barracks`.
  std::vector<std::string> namesBelow(WordIndex w) const {
    std::vector<std::string> names;
    for (WordIndex n = 0; n < t_.size(); ++n) {
      const Relation r = base(t_.relation(n));
      const std::string_view text = t_.text(n);
      const bool capital = text[0] >= 'A' && text[0] <= 'Z';
      if (capital && n > 0 && belongsTo(n, w) &&
          (t_.relation(n) == Relation::nmodPoss || r == Relation::amod || r == Relation::compound))
        names.emplace_back(text);
    }
    return names;
  }
  /// Whether n is below w without a clause of its own in between.
  bool belongsTo(WordIndex n, WordIndex w) const {
    for (; n != noWord && n != w; n = t_.head(n))
      if (base(t_.relation(n)) == Relation::acl || t_.relation(n) == Relation::advcl)
        return false;
    return n == w;
  }
  void event(WordIndex w, const Frame& own) {
    Doing doing;
    doing.subject = own.subject;
    doing.who = own.who;
    doing.negative = own.negative;
    doing.event = true;
    if (t_.has(w, Relation::cop))
      doing.subject = Subject::thing;
    doing.within = namesBelow(w);
    doing.byPronoun = own.byPronoun;
    doing.deed = eventOf(t_, w);
    doing.eventDeed = doing.deed;
    doing.why = "nothing done here";
    out_.push_back(std::move(doing));
  }
  void none(WordIndex w, const Frame& own, std::string_view why) {
    Doing doing;
    doing.subject = own.subject;
    doing.who = own.who;
    doing.negative = own.negative;
    doing.why = why;
    doing.bare = t_[w].xpos == Xpos::vb && !isInfinitive(w) && !hasModal(w);
    doing.passive = t_.has(w, Relation::nsubjPass);
    if (doing.passive && hasWord(w, {"be"}))
      doing.bare = !hasModal(w);
    doing.deed = deedOf(t_, w);
    out_.push_back(std::move(doing));
  }

  /// By its form in the text (`willing`), else by its lemma.
  std::string_view kindOf(WordIndex w) const {
    if (isDriven(w))
      return "commit";
    if (isPlainCall(w))
      return {};
    if (any(w, {"rule", "rules", "ruled", "ruling"}))
      return isRuledOut(w) ? "refuse" : "";
    const std::string_view written = classOf(evidence::lowerCase(t_.text(w)));
    return written.empty() ? classOf(verbLemma(t_.text(w))) : written;
  }

  bool isRuledOut(WordIndex w) const {
    return (w + 1 < t_.size() && any(w + 1, {"out"})) || hasWord(w, {"out"});
  }
  /// `call off the strike`, `call a vote`: without its preposition the verb asks for nothing.
  bool isPlainCall(WordIndex w) const {
    if (!any(w, {"call", "calls", "called", "calling"}))
      return false;
    const auto asks = [&](WordIndex p) { return any(p, {"for", "on", "upon"}); };
    return !(w + 1 < t_.size() && asks(w + 1)) && std::ranges::none_of(t_.children(w), [&](WordIndex c) {
      return base(t_.relation(c)) == Relation::obl && std::ranges::any_of(t_.children(c), asks);
    });
  }

  // --- negation

  bool negated(WordIndex w) const {
    bool no = t_.isNegated(w);
    for (const WordIndex c : t_.children(w)) {
      const Relation r = base(t_.relation(c));
      if (any(c, {"neither", "nor"}) && (r == Relation::advmod || r == Relation::cc) && !no)
        no = true;
      if (r == Relation::advmod && any(c, {"longer"}) && hasWord(c, {"no"}))
        no = true;
      if ((r == Relation::obj || r == Relation::iobj) &&
          (hasWord(c, {"no", "neither"}) || any(c, {"nothing", "nobody", "none", "neither"})))
        no = !no;
      if (r == Relation::obl && isNever(c))
        no = true;
      if (r == Relation::nsubj && (any(c, {"none", "nobody", "nothing"}) ||
                                   hasWord(c, {"no", "neither", "not"}))) // not one ship will leave
        no = !no;
    }
    if (w > 0 && any(w - 1, {"longer"}) && w > 1 && any(w - 2, {"no"}))
      no = true;
    return no;
  }
  /// `under no circumstances`, `on no account`.
  bool isNever(WordIndex noun) const {
    return hasWord(noun, {"no"}) && any(noun, {"circumstance", "circumstances", "account", "way", "event",
                                               "condition", "conditions", "means", "case"});
  }
  /// `at no price`, `to no one`: what it negates is not seen; `in no time`, `with no delay` negate nothing.
  bool isNoPlace(WordIndex noun) const {
    return base(t_.relation(noun)) == Relation::obl && hasWord(noun, {"no"}) && !isNever(noun) &&
           !hasWord(noun, {"with"}) && !any(noun, {"time", "doubt", "cost", "delay", "charge", "hurry"});
  }
  bool isAgainst(WordIndex w) const {
    return t_[w].xpos == Xpos::vbg && hasWord(w, {"against"}) &&
           hasWord(w, {"are", "is", "am", "'re", "'m", "’re", "’m", "was", "were"});
  }
  /// Words that look like a negation but negate something else, or two things at once.
  bool unsure(WordIndex w) const {
    std::size_t count = 0;
    if (isAgainst(w))
      return true; // we are not against closing it
    for (const WordIndex c : t_.children(w)) {
      if (any(c, {"not", "n't", "n’t", "never"})) {
        ++count;
        if (c + 1 < t_.size() &&
            any(c + 1, {"only", "just", "merely", "simply", "necessarily", "even", "until"}))
          return true;
      }
      count += any(c, {"hardly", "barely", "scarcely", "seldom", "rarely"}) ? 2 : 0;
      if (base(t_.relation(c)) == Relation::nsubj && hasWord(c, {"few", "little", "hardly"}) &&
          !hasWord(c, {"a"}))
        return true; // few ships will leave
      if (isNoPlace(c))
        return true;
      if (any(c, {"rather"}) && hasWord(w, {"would", "'d", "’d"}))
        return true; // would rather drink the lake
      if (any(c, {"without"}) ||
          (negated(w) && base(t_.relation(c)) == Relation::obl && !isTimeOf(c) && !isAnybody(c) &&
           hasWord(c, {"out", "because", "for", "until", "before"}) && !hasWord(c, {"the", "a"})))
        return true; // not out of spite: but perhaps for another reason
      if (negated(w) && t_.relation(c) == Relation::advcl &&
          hasWord(c, {"because", "until", "before", "simply", "just"}))
        return true;
    }
    return count > 1;
  }
  /// `won't move it for anybody`: no reason, but all there are.
  bool isAnybody(WordIndex noun) const {
    return any(noun, {"anybody", "anyone", "anything", "us", "them", "him", "her", "me", "you"}) ||
           hasWord(noun, {"any"}) || (t_[noun].upos == Upos::propn && hasWord(noun, {"for"}));
  }
  /// `not before midnight`: when, not why.
  bool isTimeOf(WordIndex noun) const {
    const auto* known = evidence::Lexicon::get().find(evidence::lowerCase(t_.text(noun)));
    return (known != nullptr && ((known->common | known->proper) & evidence::lexical::time) != 0) ||
           t_[noun].upos == Upos::num ||
           any(noun, {"midnight", "noon", "dawn", "dusk", "end", "summer", "winter"});
  }
  bool isQuestion(WordIndex w) const {
    return !t_.empty() && w == t_.root() && t_.text(static_cast<WordIndex>(t_.size() - 1)).starts_with('?');
  }

  // --- whose

  Frame subjectOf(WordIndex w, const Frame& above) const {
    Frame frame = above;
    WordIndex s = t_.child(w, Relation::nsubj);
    if (s == noWord)
      s = t_.child(w, Relation::csubj);
    if (const WordIndex agent = agentOf(w); agent != noWord)
      return whoIs(agent, frame);
    if (s != noWord && t_.relation(s) == Relation::nsubjPass && !bindsItself(w)) {
      frame.subject = Subject::open;
      return frame;
    }
    if (s == noWord && t_.has(w, Relation::expl)) {
      frame.subject = Subject::thing;
      return frame;
    }
    if (s == noWord && above.subject == Subject::open && above.who.empty()) {
      const WordIndex shared = t_.subject(w);
      if (shared != noWord && t_.relation(shared) != Relation::nsubjPass)
        return whoIs(shared, frame);
      if (shared == noWord && voice_ == Voice::direct && t_[w].xpos == Xpos::vb && !isInfinitive(w))
        frame.subject = Subject::addressee, frame.toYou = true;
      return frame;
    }
    return s == noWord ? frame : whoIs(s, frame);
  }
  /// `is committed to`, `were prepared to`: passive only in form.
  bool bindsItself(WordIndex w) const {
    const std::string_view kind =
        classOf(t_.is(w, "committed") || t_.is(w, "prepared") || t_.is(w, "determined") ||
                        t_.is(w, "resolved") || isDriven(w)
                    ? "commit"
                    : "");
    return !kind.empty();
  }
  /// `would be compelled to reopen it`: whoever is, does it.
  bool isDriven(WordIndex w) const {
    return any(w, {"compelled", "forced", "obliged", "minded"}) && t_.has(w, Relation::auxPass);
  }
  WordIndex agentOf(WordIndex w) const {
    if (!t_.has(w, Relation::nsubjPass) && t_[w].xpos != Xpos::vbn)
      return noWord;
    for (const WordIndex c : t_.children(w))
      if (t_.relation(c) == Relation::oblAgent && t_[c].upos != Upos::verb && !isTimeOf(c) &&
          !any(c, {"force", "law", "vote", "hand", "ballot", "decree", "lot", "mistake", "accident", "night",
                   "noon"}))
        return c;
    return noWord;
  }
  Frame whoIs(WordIndex s, Frame frame) const {
    frame.who.clear();
    frame.byPronoun = any(s, {"he", "she", "it", "they"});
    frame.toYou = any(s, {"you"});
    if (any(s, {"i", "we"}))
      frame.subject = Subject::speaker;
    else if (any(s, {"you"}))
      frame.subject = Subject::addressee;
    else if (any(s, {"he", "she", "it", "they", "that", "this", "which", "these", "those"}))
      frame.subject = any(s, {"he", "she", "it", "they"}) && voice_ == Voice::told ? Subject::speaker
                      : any(s, {"that", "this", "which", "these", "those"})        ? Subject::thing
                                                                                   : Subject::other;
    else if (any(s, {"nobody", "no", "everyone", "everybody", "someone", "anyone", "somebody", "anybody",
                     "something", "nothing", "what", "who", "there", "everything"}) ||
             t_[s].upos == Upos::verb)
      frame.subject = Subject::thing;
    else if (any(s, {"none"}))
      frame = noneOf(s, frame);
    else {
      frame.subject = Subject::named;
      frame.who = phraseAt(t_, s);
      if (ours(s))
        frame.subject = Subject::speaker;
    }
    return frame;
  }
  /// `none of the three States`
  Frame noneOf(WordIndex s, Frame frame) const {
    const WordIndex of = t_.child(s, Relation::nmod);
    frame.subject = of == noWord ? Subject::thing : Subject::named;
    if (of != noWord)
      frame.who = phraseAt(t_, of);
    return frame;
  }
  /// `our members`, `my Government`: people or bodies of the speaker's own.
  bool ours(WordIndex s) const {
    const bool ours = std::ranges::any_of(t_.children(s), [&](WordIndex c) {
      return t_.relation(c) == Relation::nmodPoss &&
             (any(c, {"our", "my"}) || (voice_ == Voice::told && any(c, {"his", "her", "its", "their"})));
    });
    return (ours &&
            any(s, {"government", "country", "party", "union",          "members",  "member",  "delegation",
                    "ministry",   "company", "side",  "people",         "group",    "team",    "forces",
                    "troops",     "army",    "board", "council",        "trustees", "clients", "workers",
                    "drivers",    "nurses",  "state", "administration", "client"})) ||
           (ours && (isPeople(s) || isBody(s)));
  }
  /// `his club`, `her hospital`: whoever speaks of it so belongs to it.
  bool isBody(WordIndex s) const {
    const auto* known = evidence::Lexicon::get().find(evidence::lowerCase(t_.text(s)));
    return t_[s].xpos == Xpos::nn && known != nullptr && (known->common & evidence::lexical::body) != 0;
  }
  /// `her officers`: a plural of what people are.
  bool isPeople(WordIndex s) const {
    const auto* known = evidence::Lexicon::get().find(nounLemma(t_.text(s)));
    return t_[s].xpos == Xpos::nns && known != nullptr && (known->common & evidence::lexical::role) != 0;
  }

  // --- wished, asked, foretold

  bool isInfinitive(WordIndex w) const {
    return std::ranges::any_of(
        t_.children(w), [&](WordIndex c) { return t_.relation(c) == Relation::mark && t_.is(c, "to"); });
  }
  Force ofWill(Subject subject) const {
    return subject == Subject::speaker || subject == Subject::open ? Force::wish : Force::tells;
  }
  Force forceOf(WordIndex w, Subject subject) const {
    for (const WordIndex c : t_.children(w))
      if (c < w && any(c, {"maybe", "perhaps", "possibly"}))
        return Force::none;
    for (const WordIndex c : t_.children(w)) {
      if (base(t_.relation(c)) != Relation::aux && t_[c].xpos != Xpos::md)
        continue;
      if (any(c, {"will", "would", "shall", "'ll", "’ll", "wo", "'d", "’d"}))
        return perfect(w) ? Force::none : ofWill(subject);
      if (any(c, {"must", "should", "ought"}))
        return perfect(w) ? Force::none : subject == Subject::speaker ? Force::wish : Force::ask;
      if (any(c, {"can", "could"}) && offered_ && subject == Subject::speaker && !perfect(w))
        return Force::wish;
      if (any(c, {"can", "could", "ca"}))
        return perfect(w) || !negated(w) || subject == Subject::open ? Force::none : ofWill(subject);
      if (any(c, {"may", "might"}))
        return Force::none;
    }
    if (subject == Subject::addressee && t_[w].xpos == Xpos::vb && !t_.has(w, Relation::nsubj))
      return Force::ask; // but: you do not stop and then talk
    if (isInfinitive(w) && (w == t_.root() || voice_ == Voice::told))
      return Force::wish;
    if (t_[w].xpos == Xpos::vbg && w == t_.root() && !t_.has(w, Relation::aux))
      return Force::wish;
    const bool plain = kindOf(w).empty() || kindOf(w) == "allow";
    if (subject == Subject::speaker && plain && negated(w) && (isPresent(w) || isGoingOn(w)))
      return Force::wish; // we do not negotiate, we are not accepting this one
    if (subject == Subject::speaker && isGoingOn(w) && !t_.has(w, Relation::obj) &&
        any(w,
            {"staying", "leaving", "walking", "quitting", "striking", "appealing", "suing", "withdrawing"}))
      return Force::wish; // we're staying put
    if (subject == Subject::speaker && isPresent(w) &&
        any(w, {"accept", "accepts", "support", "supports", "back", "backs", "withdraw", "withdraws"}))
      return Force::wish;
    const bool whole = kindOf(w).empty() || (kindOf(w) == "commit" && complement(w) == noWord); // we go home
    if (offered_ && voice_ == Voice::direct && whole && isPresent(w) &&
        (subject == Subject::speaker || subject == Subject::named))
      return ofWill(subject); // if it is not torn up, tomorrow we bring the spreaders
    return Force::none;
  }
  bool isGoingOn(WordIndex w) const {
    return voice_ == Voice::direct && t_[w].xpos == Xpos::vbg &&
           hasWord(w, {"are", "'re", "’re", "am", "'m", "’m", "is"});
  }
  bool isPresent(WordIndex w) const {
    if (t_[w].xpos == Xpos::vbp || t_[w].xpos == Xpos::vbz)
      return true;
    if (t_[w].xpos == Xpos::vb && t_.has(w, Relation::nsubj) && !t_.has(w, Relation::aux))
      return !isInfinitive(w);
    return std::ranges::any_of(t_.children(w), [&](WordIndex c) { return any(c, {"do", "does"}); }) &&
           t_[w].xpos == Xpos::vb;
  }
  bool perfect(WordIndex w) const {
    return std::ranges::any_of(t_.children(w), [&](WordIndex c) {
      return t_.relation(c) == Relation::aux && any(c, {"have", "has", "had", "'ve", "’ve"});
    });
  }
  /// A performative verb of the speaker or of somebody named needs no `will`.
  bool performs(WordIndex w, std::string_view kind, const Frame& own) const {
    if (own.subject == Subject::thing || own.subject == Subject::open)
      return false;
    for (const WordIndex c : t_.children(w))
      if (any(c, {"may", "might", "can", "could"}))
        return false;
    if (kind == "think")
      return isPresent(w) || voice_ == Voice::told;
    if (voice_ == Voice::direct && t_.has(w, Relation::cop) && hasWord(w, {"was", "were"}))
      return false; // we were ready to
    if (isDriven(w))
      return hasWord(w, {"am", "are", "is", "'m", "'re", "’m", "’re"}); // had been forced to: it is past
    if (voice_ == Voice::direct && any(w, {"going"}) && hasWord(w, {"was", "were"}))
      return false; // we were going to, but
    return kind == "commit" || kind == "refuse" || kind == "ask" || kind == "want" || kind == "warn" ||
           kind == "keep" || kind == "hesitate" || kind == "favour" || !nounInside(w).empty();
  }
  std::string_view reasonOf(WordIndex w) const {
    for (const WordIndex c : t_.children(w)) {
      if (any(c, {"may", "might", "can", "could"}))
        return "only what may";
      if (any(c, {"was", "were", "had", "has", "have", "did"}))
        return "it is past";
    }
    return t_[w].xpos == Xpos::vbd ? "it is past" : "nothing done here";
  }

  // --- verbs that take a verb

  WordIndex complement(WordIndex w) const {
    for (const Relation r : {Relation::xcomp, Relation::ccomp})
      for (const WordIndex c : t_.children(w))
        if (t_.relation(c) == r && c > w)
          return c;
    for (const WordIndex c : t_.children(w)) {
      if (c < w)
        continue;
      if (t_.relation(c) == Relation::advcl && isInfinitive(c))
        return c;
      if (base(t_.relation(c)) == Relation::obl && t_[c].xpos == Xpos::vbg)
        return c;
      if (t_.relation(c) == Relation::advcl && t_[c].xpos == Xpos::vbg && c > w &&
          (hasWord(c, {"to", "from", "against"}) ||
           (c == w + 1 && kindOf(w) == "refuse"))) // opposed closing it
        return c;
    }
    return noWord;
  }
  /// `has no plans to close`, `expressed its readiness to talk`: the class of the noun, and its clause; and
  /// what the verb does to it: `dropped its plan to close` turns it round, `regretted` leaves it open.
  struct Inside {
    std::string_view kind;
    WordIndex clause = noWord;
    bool reversed = false;
    bool ofAnother = false; ///< `opposes plans to close`
    bool open = false;
    bool empty() const { return kind.empty(); }
  };
  Inside nounInside(WordIndex w) const {
    const WordIndex noun = t_.child(w, Relation::obj);
    if (noun == noWord || t_[noun].upos != Upos::noun)
      return {};
    const std::string_view kind = classOf(nounLemma(t_.text(noun)));
    if (kind != "commit" && kind != "refuse")
      return {};
    for (const WordIndex c : t_.children(noun)) // no intention of closing it
      if (c > noun &&
          (isInfinitive(c) || (t_[c].xpos == Xpos::vbg && hasWord(c, {"of"})) ||
           (t_[c].xpos == Xpos::vbg && any(noun, {"objection", "objections"}) && hasWord(c, {"to"})))) {
        Inside inside{kind, c};
        const std::string verb = verbLemma(t_.text(w));
        inside.ofAnother = classOf(verb) == "refuse";
        inside.reversed =
            inside.ofAnother || isOneOf(verb, {"drop", "abandon", "scrap", "shelve", "cancel", "withdraw",
                                               "rescind", "renounce", "retract", "abort", "ditch", "axe",
                                               "halt", "suspend", "reverse", "freeze", "bin", "give"});
        inside.open =
            !inside.reversed &&
            !isOneOf(verb,
                     {"have",       "express", "make",   "confirm",  "reiterate", "reaffirm", "announce",
                      "sign",       "repeat",  "stress", "keep",     "honour",    "honor",    "maintain",
                      "declare",    "voice",   "signal", "show",     "pursue",    "renew",    "underline",
                      "underscore", "unveil",  "state",  "indicate", "convey",    "affirm",   "emphasise",
                      "emphasize",  "issue",   "uphold"});
        return inside;
      }
    return {};
  }

  bool unwrapped(WordIndex w, std::string_view kind, Frame& own, unsigned depth) {
    if (const Inside inside = nounInside(w); !inside.empty()) {
      if (inside.open || (inside.reversed && own.negative)) {
        none(w, own, inside.open ? "no act named" : "negation not clear");
        return true;
      }
      Frame below = own;
      below.force = own.force.value_or(ofWill(own.subject));
      below.negative = (own.negative != (inside.kind == "refuse")) != inside.reversed;
      if (inside.ofAnother)
        below.subject = Subject::open, below.who.clear();
      const std::size_t before = out_.size();
      clause(inside.clause, below, depth + 1);
      joinedBelow(inside.clause, below, own, depth);
      if (t_[inside.clause].xpos == Xpos::vbg) // no intention of closing it or of selling it
        for (const WordIndex j : t_.children(w))
          if (j > inside.clause && isThingListed(w, j) && t_.relation(j) == Relation::conj)
            clause(j, below, depth + 1);
      for (std::size_t i = before; i < out_.size() && inside.ofAnother; ++i)
        out_[i].byNoun = true;
      return true;
    }
    if (seesNoReason(w, own, depth) || readyFor(w, own) || stands(w, own, depth) || mustDo(w, own, depth) ||
        lets(w, own, depth))
      return true;
    if (kind.empty() || kind == "state" || kind == "say" || kind == "accuse" || kind == "deny")
      return false;
    if (kind == "favour" || kind == "allow")
      return takesSide(w, kind, own);
    if (kind == "hinder" || ((kind == "stop" || kind == "keep") && t_.has(w, Relation::obj)))
      if (hinders(w, own, depth))
        return true;
    if (kind == "hinder")
      return false;
    if ((kind == "stop" && stopsDoing(w, own)) || (kind == "keep" && keepsDoing(w, own)))
      return true;
    const WordIndex c = complement(w);
    if (kind == "commit" && (c == noWord || t_[c].upos != Upos::verb) && agreesTo(w, own))
      return true;
    if (kind == "keep" && c != noWord && t_[c].upos != Upos::verb &&
        (t_.has(w, Relation::obj) || t_.has(w, Relation::nsubjPass)))
      return false; // would keep both branches alive, would keep children away
    if ((kind == "ask" || kind == "want") && wantsPromise(w, own, depth))
      return true;
    if (kind == "ask" || kind == "want")
      return asks(w, c, kind, own, depth);
    if (kind == "warn")
      return warns(w, c, own, depth);
    if (c == noWord && (kind == "think" || any(w, {"refrain", "abstain", "desist"}))) {
      none(w, own, "no act named");
      return true;
    }
    if (c == noWord)
      return kind == "refuse" && refusesThing(w, own);
    if (kind == "stop" && t_[c].upos == Upos::noun && t_.has(c, Relation::det))
      return false; // "stop all loading": a thing, though it ends like a deed
    if (kind == "think") {
      Frame fresh;
      if (own.negative)
        none(w, own, "negation not clear");
      else
        clause(c, fresh, depth + 1);
      return true;
    }
    Frame below = own;
    if (kind == "refuse" && !condition_ && t_.has(c, Relation::auxPass)) {
      none(w, own, "another's act foretold"); // refuse to be bullied
      return true;
    }
    if (isDriven(w) && own.negative && !condition_) {
      none(w, own, "negation not clear"); // should not be forced to
      return true;
    }
    if (any(w, {"mean", "means", "meant"}) && !isInfinitive(c)) { // that does not mean he cannot
      none(w, own, "nothing done here");
      return true;
    }
    if (kind == "commit") {
      if (own.negative && !condition_ && t_[w].upos == Upos::verb && isBySaying(w)) {
        none(w, own, "it was not said");
        return true;
      }
      below.force = own.force.value_or(ofWill(own.subject));
      below.committed = true;
      below.negative = own.negative != hasWord(c, {"against"}); // decided against closing it
      below.agreed = any(w, {"agree", "agrees", "agreed"});
    } else if (kind == "refuse" && own.negative && !condition_ && (!hasModal(w) || isRuledOut(w))) {
      none(w, own, "it was not said"); // had never refused to put it on paper
      return true;
    } else if (kind == "refuse") {
      below.force = own.force.value_or(ofWill(own.subject));
      below.committed = true;
      below.negative = !own.negative;
    } else if (kind == "stop" && isInfinitive(c) &&
               !any(w, {"cease", "ceases", "ceased", "fail", "fails", "failed"})) {
      if (own.negative || !stopsAtNothing(w)) { // stops to think
        none(w, own, "negation not clear");
        return true;
      }
    } else if (kind == "stop") {
      below.negative = !own.negative;
      below.today = t_.text(c).ends_with("ing") && !any(w, {"avoid", "avoids", "avoided", "avoiding"});
    } else if (kind == "hesitate") {
      below.negative = !own.negative;
      below.force = own.negative ? ofWill(own.subject) : Force::none;
    }
    if (kind == "keep" && isOneOf(verbLemma(t_.text(w)), {"continue", "keep"}))
      below.today = true;
    if (!below.force && !condition_) {
      if (own.subject == Subject::named || own.subject == Subject::thing || own.subject == Subject::other ||
          !any(w, {"continue", "continues", "continued", "keep", "keeps", "kept"})) {
        none(w, own, own.negative ? "negation not clear" : reasonOf(w)); // was trying to close it
        return true;
      }
      below.why = "nothing done here";
    }
    clause(c, below, depth + 1);
    joinedBelow(c, below, own, depth);
    return true;
  }
  /// `keep fishing in the bay`, where the tree takes the second verb for a noun.
  bool keepsDoing(WordIndex w, const Frame& own) {
    const WordIndex thing = t_.child(w, Relation::obj);
    if (condition_ || thing == noWord || thing != w + 1 || !t_.text(thing).ends_with("ing") || !own.force ||
        !any(w, {"keep", "keeps", "continue", "continues"}) || t_[thing].upos != Upos::noun ||
        any(thing, {"meeting", "building", "hearing", "briefing", "housing", "funding", "spending", "ruling",
                    "training", "planning", "pricing", "something", "anything", "everything", "nothing"}))
      return false;
    Deed deed = deedOf(t_, w);
    deed.verb = verbLemma(t_.text(thing));
    deed.object = deed.others.empty() ? std::string() : deed.others.front();
    if (!deed.others.empty())
      deed.others.erase(deed.others.begin());
    const std::string lead = verbLemma(t_.text(w)) + ' ' + std::string(t_.text(thing));
    if (deed.label.starts_with(lead))
      deed.label.replace(0, lead.size(), deed.verb);
    Frame below = own;
    below.today = true;
    finish(std::move(deed), w, below);
    return true;
  }
  /// `stop arming rebels`, where the tree takes the verb for a word that describes its object.
  bool stopsDoing(WordIndex w, const Frame& own) {
    const WordIndex thing = t_.child(w, Relation::obj);
    if (thing == noWord || thing != w + 2 || !t_.text(w + 1).ends_with("ing") || t_.head(w + 1) != thing ||
        any(w, {"fail", "fails", "failed"}))
      return false;
    const std::string verb = verbLemma(t_.text(w + 1));
    Deed deed = acceptanceOf(t_, thing);
    const std::string noun(t_.text(w + 1));
    if (const std::size_t at = deed.label.find(noun + ' '); at != std::string::npos)
      deed.label.erase(at, noun.size() + 1);
    deed.verb = verb;
    deed.label.replace(0, std::string_view("accept").size(), verb);
    Frame below = own;
    below.negative = !own.negative;
    below.today = !any(w, {"avoid", "avoids", "avoided", "avoiding"});
    finish(std::move(deed), w, below);
    out_.back().eventDeed = out_.back().deed;
    return true;
  }
  /// `has agreed to a truce`, `would not consent to the sale`: to accept it.
  bool agreesTo(WordIndex w, const Frame& own) {
    if (!any(w, {"agree", "agrees", "agreed", "agreeing", "consent", "consents", "consented"}) || condition_)
      return false;
    std::vector<WordIndex> things(t_.children(w).begin(), t_.children(w).end());
    for (const WordIndex c : t_.children(w)) // agreed in principle to a truce
      for (const WordIndex inner : t_.children(c))
        things.push_back(inner);
    for (const WordIndex c : things) {
      const bool phrase = base(t_.relation(c)) == Relation::obl || t_.relation(c) == Relation::nmod;
      if (c < w || !phrase || t_[c].upos != Upos::noun || !hasWord(c, {"to"}))
        continue;
      if (own.negative && isBySaying(w)) {
        none(w, own, "it was not said");
        return true;
      }
      Frame below = own;
      below.force = own.force.value_or(ofWill(own.subject));
      below.committed = true;
      Deed deed = acceptanceOf(t_, c);
      if (deed.label.starts_with("accept to "))
        deed.label.erase(std::string_view("accept").size(), std::string_view(" to").size());
      finish(std::move(deed), c, below);
      out_.back().subject = own.subject;
      out_.back().committed = own.subject == Subject::named;
      return true;
    }
    return false;
  }
  static bool isHeld(const std::string& noun) {
    return isOneOf(noun, {"talk", "talks", "meeting", "vote", "election", "referendum", "summit", "dialogue",
                          "negotiation", "discussion"});
  }
  static bool isMade(const std::string& noun) {
    return isOneOf(noun, {"deal", "agreement", "pact", "concession", "compromise", "exception", "bailout",
                          "truce", "ceasefire", "cease-fire", "settlement", "peace"});
  }
  /// `ready for a truce`, `open to talks`.
  bool readyFor(WordIndex w, const Frame& own) {
    if (condition_ || own.negative || t_[w].upos == Upos::noun ||
        !any(w, {"ready", "prepared", "open", "willing"}) ||
        !(t_.has(w, Relation::cop) || t_.has(w, Relation::auxPass) || t_.relation(w) == Relation::xcomp) ||
        own.subject == Subject::thing || own.subject == Subject::open)
      return false;
    for (const WordIndex c : t_.children(w)) {
      if (c < w || base(t_.relation(c)) != Relation::obl || !hasWord(c, {"for", "to"}))
        continue;
      const std::string noun = nounLemma(t_.text(c));
      Deed deed = isHeld(noun) || isMade(noun) ? acceptanceOf(t_, c) : deedNamedBy(t_, c);
      if (deed.verb.empty())
        continue;
      if (isHeld(noun) || isMade(noun)) {
        deed.verb = isHeld(noun) ? "hold" : "make";
        deed.label.replace(0, std::string_view("accept").size(), deed.verb);
      }
      Frame below = own;
      below.force = own.force.value_or(ofWill(own.subject));
      finish(std::move(deed), c, below);
      return true;
    }
    return false;
  }
  /// `wanted assurances from the company that it would not move jobs`.
  bool wantsPromise(WordIndex w, const Frame& own, unsigned depth) {
    const WordIndex noun = t_.child(w, Relation::obj);
    if (condition_ || own.negative || noun == noWord || noun < w ||
        !isOneOf(nounLemma(t_.text(noun)),
                 {"assurance", "guarantee", "promise", "pledge", "commitment", "undertaking"}))
      return false;
    WordIndex clause_ = noWord;
    WordIndex from = noWord;
    for (const WordIndex head : {noun, w})
      for (const WordIndex c : t_.children(head)) {
        const Relation r = base(t_.relation(c));
        if (c > noun && t_[c].upos == Upos::verb && hasWord(c, {"that"}) && clause_ == noWord)
          clause_ = c;
        if (c > noun && (r == Relation::obl || r == Relation::nmod) && hasWord(c, {"from"}))
          from = c;
      }
    if (clause_ == noWord)
      return false;
    Frame below;
    const std::size_t before = out_.size();
    clause(clause_, below, depth + 1);
    for (std::size_t i = before; i < out_.size(); ++i) {
      Doing& doing = out_[i];
      if (doing.force != Force::wish && doing.force != Force::tells)
        continue;
      doing.force = Force::ask;
      if (from != noWord) {
        doing.subject = Subject::named;
        doing.who = phraseAt(t_, from);
      } else if (doing.subject == Subject::speaker) {
        doing.subject = Subject::other;
      }
    }
    return true;
  }
  /// `remain ready to meet`, `stands prepared to`, `feel unable to`.
  bool stands(WordIndex w, Frame& own, unsigned depth) {
    if (!any(w, {"remain", "remains", "remained", "stay", "stand", "stands", "stood"}) || own.negative)
      return false;
    for (const WordIndex c : t_.children(w)) {
      const std::string_view kind = classOf(evidence::lowerCase(t_.text(c)));
      if (c < w || (t_.relation(c) != Relation::xcomp && t_.relation(c) != Relation::advcl) ||
          (kind != "commit" && kind != "refuse") || complement(c) == noWord)
        continue;
      clause(c, own, depth + 1);
      return true;
    }
    return false;
  }
  /// `the firm has to publish it`, `the firm needs to pay`: asked of whoever has to.
  bool mustDo(WordIndex w, const Frame& own, unsigned depth) {
    if (condition_ || own.force || own.negative || voice_ != Voice::direct ||
        !any(w, {"has", "have", "needs", "need"}) || t_.has(w, Relation::obj) || t_.has(w, Relation::aux) ||
        (own.subject != Subject::named && own.subject != Subject::addressee && own.subject != Subject::other))
      return false;
    const WordIndex c = complement(w);
    if (c == noWord || !isInfinitive(c) || t_[c].upos != Upos::verb || t_.has(c, Relation::nsubj))
      return false;
    Frame below = own;
    below.force = Force::ask;
    clause(c, below, depth + 1);
    return true;
  }
  /// `Let them publish it`.
  bool lets(WordIndex w, const Frame& own, unsigned depth) {
    if (condition_ || voice_ != Voice::direct || !any(w, {"let"}) || own.subject != Subject::addressee ||
        own.negative)
      return false;
    const WordIndex c = complement(w);
    WordIndex whom = c == noWord ? noWord : t_.child(c, Relation::nsubj);
    if (whom == noWord)
      whom = t_.child(w, Relation::obj);
    if (c == noWord || whom == noWord || t_[c].upos != Upos::verb ||
        any(whom, {"us", "me", "it", "'s", "’s"}))
      return false;
    Frame below = whoIs(whom, {});
    if (any(whom, {"them", "him", "her"}))
      below.subject = Subject::other;
    if (below.subject == Subject::thing)
      return false;
    below.force = Force::ask;
    clause(c, below, depth + 1);
    return true;
  }
  /// `has not decided to`, `did not promise to`, `would not guarantee to`: it leaves open what will be done;
  /// `will not agree to` does not.
  bool isBySaying(WordIndex w) const {
    const std::string lemma = verbLemma(t_.text(w));
    const auto among = [&](std::initializer_list<std::string_view> verbs) {
      return std::ranges::find(verbs, lemma) != verbs.end();
    };
    if (among({"promise", "pledge", "vow", "guarantee", "swear", "undertake", "threaten"}))
      return true;
    return among({"agree", "offer", "decide", "resolve", "consent", "volunteer", "commit"}) &&
           (!hasModal(w) || perfect(w)) && !t_.has(w, Relation::cop);
  }
  /// `will stop at nothing to block it`
  bool stopsAtNothing(WordIndex w) const {
    return std::ranges::any_of(t_.children(w), [&](WordIndex c) { return any(c, {"nothing"}); });
  }

  /// `prevents Suria from arming them`, `will keep ships from leaving`: another's act, not wished. In the
  /// passive the subject is who would do it: `will not be deterred from closing`.
  bool hinders(WordIndex w, Frame& own, unsigned depth) {
    const WordIndex done = hindered(w);
    if (done == noWord)
      return false;
    const bool passive = t_.has(w, Relation::nsubjPass);
    const WordIndex whom = passive ? t_.child(w, Relation::nsubjPass) : t_.child(w, Relation::obj);
    if (whom == noWord || condition_ || !own.force || (own.negative && !passive)) {
      if (!condition_)
        none(w, own, "negation not clear");
      return !condition_;
    }
    Frame below = whoIs(whom, {});
    if (any(whom, {"him", "her", "them", "me", "us"}))
      below.subject = any(whom, {"me", "us"}) ? Subject::thing : Subject::other;
    below.negative = !own.negative;
    below.force = below.subject == Subject::speaker ? Force::wish : Force::ask;
    if (below.subject == Subject::speaker && below.negative) { // we will be barred from it: no wish
      none(w, own, "negation not clear");
      return true;
    }
    clause(done, below, depth + 1);
    joinedBelow(done, below, own, depth);
    return true;
  }
  /// What somebody is kept from doing.
  WordIndex hindered(WordIndex w) const {
    std::vector<WordIndex> from{w};
    if (const WordIndex whom = t_.child(w, Relation::obj); whom != noWord)
      from.push_back(whom);
    for (const WordIndex head : from)
      for (const WordIndex c : t_.children(head))
        if (c > w && t_[c].xpos == Xpos::vbg && hasWord(c, {"from"}))
          return c;
    return noWord;
  }

  /// `supports the withdrawal of the guns`, `will not allow the arming of ferries`: the act that the noun
  /// names.
  bool takesSide(WordIndex w, std::string_view kind, const Frame& own) {
    const WordIndex thing =
        t_.has(w, Relation::obj) ? t_.child(w, Relation::obj) : t_.child(w, Relation::iobj);
    Deed deed = thing == noWord ? Deed() : deedNamedBy(t_, thing);
    if (condition_ || deed.verb.empty() || (kind == "allow" && !own.negative)) {
      if (kind == "favour" && !condition_ && thing != noWord && t_[thing].upos == Upos::noun &&
          ((own.force == Force::wish && own.subject == Subject::speaker) ||
           (own.force == Force::tells && own.subject == Subject::named)) &&
          any(w, {"support", "supports", "back", "backs", "supporting", "endorse"}))
        return false; // will not support the plan: the act itself
      if (kind == "favour" && !condition_)
        none(w, own, "no act named");
      return kind == "favour" && !condition_;
    }
    if (kind == "allow" && deed.object.empty())
      return false; // will not accept a single dismissal
    Frame below = own;
    below.force = own.force.value_or(ofWill(own.subject));
    finish(std::move(deed), thing, below);
    out_.back().subject = Subject::open; // whose act it is, is not said
    out_.back().byNoun = true;
    return true;
  }
  /// `see no reason for their presence`, `there is no need to wait`.
  bool seesNoReason(WordIndex w, Frame& own, unsigned depth) {
    const WordIndex noun = t_.child(w, Relation::obj);
    if (noun == noWord || !any(w, {"see", "sees", "saw"}) ||
        !any(noun,
             {"reason", "need", "point", "ground", "grounds", "cause", "case", "justification", "merit"}) ||
        !hasWord(noun, {"no"}) || own.subject == Subject::thing)
      return false;
    Frame below = own;
    below.negative = true;
    below.force = ofWill(own.subject);
    WordIndex clause_ = t_.child(noun, Relation::acl);
    for (const WordIndex c : t_.children(w)) // she saw no grounds to step in
      if (clause_ == noWord && c > noun && isInfinitive(c))
        clause_ = c;
    if (clause_ != noWord) {
      clause(clause_, below, depth + 1);
      return true;
    }
    const WordIndex thing = t_.child(noun, Relation::nmod);
    if (thing == noWord)
      return false;
    refuse(t_, thing, below);
    return true;
  }
  /// `above`: of the verb above, to which a clause of another form belongs: `stop shelling it and withdraw`.
  void joinedBelow(WordIndex c, const Frame& below, const Frame& above, unsigned depth) {
    for (const WordIndex j : t_.children(c)) {
      if (t_.relation(j) != Relation::conj || t_[j].upos != Upos::verb || !isJoined(j) || isOrElse(j))
        continue;
      const bool finite = !isInfinitive(j) && (t_.has(j, Relation::aux) || t_.has(j, Relation::auxPass));
      if (finite && !t_.has(c, Relation::aux) &&
          !t_.has(c, Relation::auxPass)) { // … and was going to close it
        Frame fresh;
        fresh.subject = above.subject;
        fresh.who = above.who;
        clause(j, fresh, depth + 1);
        continue;
      }
      const bool higher = t_[c].xpos == Xpos::vbg && t_[j].xpos != Xpos::vbg;
      if (higher && above.negative)
        none(j, above, "negation not clear");
      else
        clause(j, higher ? above : below, depth + 1);
    }
  }

  /// `asks Suria to leave`, `demands that they be released`, `wants them to pay`, `wants to pay`, `a vote`.
  bool asks(WordIndex w, WordIndex c, std::string_view kind, Frame& own, unsigned depth) {
    const bool passive = t_.has(w, Relation::nsubjPass);
    if (own.negative || (condition_ && kind == "ask")) {
      if (condition_)
        return false;
      none(w, own, "negation not clear");
      return true;
    }
    if (passive)
      return false;
    if (!condition_ && (own.subject == Subject::other || own.subject == Subject::thing)) {
      none(w, own, "another's mouth"); // they want us to close it
      return true;
    }
    if (const WordIndex possible = askedWhetherPossible(w); possible != noWord) {
      Frame asked_ = whoIs(asked(w), {});
      asked_.subject = any(asked(w), {"me", "us"}) ? Subject::speaker : Subject::other;
      asked_.force = Force::ask;
      const std::size_t before = out_.size();
      clause(possible, asked_, depth + 1);
      for (std::size_t i = before; i < out_.size(); ++i)
        if (own.subject == Subject::named)
          byAnother(out_[i], own);
      return true;
    }
    if (c == noWord) {
      if (kind == "want" || condition_)
        return false;
      if (any(w, {"appeal"}) && own.force == Force::wish &&
          std::ranges::none_of(t_.children(w),
                               [&](WordIndex o) { return base(t_.relation(o)) == Relation::obl; }))
        return false; // plan to appeal
      return asksThing(w, own);
    }
    if (!condition_ &&
        (isStatement(c) ||
         (any(w, {"wish", "wishes", "wished"}) &&
          !isInfinitive(c)))) { // I wish we could // I am telling you, the party is not divided
      none(w, own, "nothing done here");
      return true;
    }
    if (!condition_ && !isInfinitive(c) &&
        hasWord(c, {"will", "would", "may", "might", "can", "could", "shall", "'ll", "’ll"})) {
      clause(c, {}, depth + 1); // I tell you that we will close it
      return true;
    }
    Frame below;
    below.force = Force::ask;
    const WordIndex whom = asked(w);
    if (whom != noWord) {
      below = whoIs(whom, below);
      if (any(whom, {"him", "her", "me", "us", "them", "it"}))
        below.subject =
            any(whom, {"me", "us"}) || (any(whom, {"him", "her"}) && own.subject != Subject::speaker)
                ? Subject::speaker
                : Subject::other; // Trump had asked him to; but: I have asked him to
    } else if (!t_.has(c, Relation::nsubj) && isInfinitive(c)) {
      below.subject = own.subject; // wants to pay
      below.who = own.who;
      below.force = own.force.value_or(ofWill(own.subject));
      if (kind == "ask")
        below.subject = Subject::addressee, below.force = Force::ask;
    }
    const std::size_t before = out_.size();
    clause(c, below, depth + 1);
    joinedBelow(c, below, below, depth);
    for (std::size_t i = before; i < out_.size(); ++i)
      if (own.subject == Subject::named && out_[i].force == Force::ask)
        byAnother(out_[i], own);
    return true;
  }
  /// The `to meet` of `asked me if it was possible to meet`: a polite way of asking for it.
  WordIndex askedWhetherPossible(WordIndex w) const {
    if (condition_ || !any(w, {"asked", "asks", "ask"}) || !any(asked(w), {"me", "us"}))
      return noWord;
    for (const WordIndex c : t_.children(w))
      if (c > w && hasWord(c, {"if", "whether"}) && any(c, {"possible", "ready", "willing", "prepared"}))
        for (const WordIndex inner : t_.children(c))
          if (inner > c && isInfinitive(inner) && t_[inner].upos == Upos::verb)
            return inner;
    return noWord;
  }
  /// A clause with its own tense, and nothing that must be done.
  bool isStatement(WordIndex c) const {
    if (isInfinitive(c) || hasModal(c))
      return false;
    const bool helped = hasWord(c, {"is", "are", "was", "were", "has", "had", "'s", "’s"});
    return helped || t_[c].xpos == Xpos::vbd || (t_[c].xpos == Xpos::vbz && t_.has(c, Relation::nsubj));
  }
  /// What somebody named has asked for is that person's wish, not the speaker's. It is kept only if the
  /// speaker was asked.
  static void byAnother(Doing& doing, const Frame& own) { doing.asker = own.who; }
  WordIndex asked(WordIndex w) const {
    for (const WordIndex c : t_.children(w)) {
      if (c > w && (t_.relation(c) == Relation::obj || t_.relation(c) == Relation::iobj))
        return c;
      if (c > w && t_.relation(c) == Relation::obl && hasWord(c, {"on", "upon", "to", "of"}))
        return c;
    }
    return noWord;
  }
  bool asksThing(WordIndex w, Frame& own) {
    for (const WordIndex c : t_.children(w)) {
      const bool thing = c > w && (t_.relation(c) == Relation::obj ||
                                   (t_.relation(c) == Relation::obl && hasWord(c, {"for", "on"})));
      if (!thing)
        continue;
      Deed deed = deedNamedBy(t_, c);
      if (deed.verb.empty() && any(w, {"demand", "demands", "demanded", "demanding", "want", "wants"}))
        deed = paymentOf(t_, c);
      if (deed.verb.empty())
        break;
      Frame below = own;
      below.subject = Subject::addressee;
      below.who.clear();
      below.force = Force::ask;
      const std::size_t before = out_.size();
      finish(std::move(deed), c, below);
      for (const WordIndex other : t_.children(c)) // a release and an apology
        if (t_.relation(other) == Relation::conj)
          if (Deed also = deedNamedBy(t_, other); !also.verb.empty())
            finish(std::move(also), other, below);
      for (std::size_t i = before; i < out_.size(); ++i) {
        out_[i].byNoun = true;
        if (own.subject == Subject::named)
          byAnother(out_[i], own);
      }
      return true;
    }
    none(w, own, "no act named");
    return true;
  }
  bool warns(WordIndex w, WordIndex c, Frame& own, unsigned depth) {
    if (c == noWord || own.negative || condition_) {
      none(w, own, "no act named");
      return true;
    }
    Frame below;
    if (hasWord(c, {"against"})) {
      below.force = Force::ask;
      below.negative = true;
      below.subject = Subject::addressee;
      if (const WordIndex whom = asked(w); whom != noWord)
        below = whoIs(whom, below);
    }
    clause(c, below, depth + 1);
    return true;
  }
  /// `rejects the offer`, `opposes the deployment of troops`.
  bool refusesThing(WordIndex w, Frame& own) {
    const WordIndex thing = t_.child(w, Relation::obj);
    if (thing == noWord || own.negative) { // does not rule out strikes
      none(w, own, "negation not clear");
      return true;
    }
    own.force = own.force.value_or(ofWill(own.subject));
    if (t_[thing].upos == Upos::propn && any(w, {"resist", "resists", "resisted", "resisting"})) {
      finish(deedOf(t_, w), w, own); // resist Suria
      return true;
    }
    own.negative = true;
    refuse(t_, thing, own);
    return true;
  }
  void refuse(const SentenceTree& tree, WordIndex thing, const Frame& own) {
    Deed deed = deedProposedBy(tree, thing);
    if (deed.verb.empty())
      deed = deedNamedBy(tree, thing);
    const bool named = !deed.verb.empty();
    if (!named && isClaim(nounLemma(tree.text(thing))))
      return none(thing, own, "no act named");
    if (!named)
      deed = answerTo(tree, thing);
    finish(std::move(deed), thing, own);
    out_.back().answers = !named;
    if (named) { // whose withdrawal it is, is not said
      out_.back().subject = Subject::open;
      out_.back().byNoun = true;
    }
  }
};

} // namespace

std::vector<Doing> doingsOf(const SentenceTree& tree, Voice voice, bool offered) {
  return Reader(tree, voice, false, offered).run(tree.root());
}

std::vector<Doing> conditionsOf(const SentenceTree& tree, WordIndex head, Voice voice) {
  return Reader(tree, voice, true).run(head);
}

} // namespace stasis::drafting
