#include "drafting/deed.h"

#include "drafting/lemma.h"
#include "evidence/reading/lexicon.h"
#include "exchange/identifier.h"
#include "model/lower_case.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <set>
#include <utility>

namespace stasis::drafting {

using evidence::grammar::base;
using evidence::grammar::noWord;
using evidence::grammar::Relation;
using evidence::grammar::SentenceTree;
using evidence::grammar::Upos;
using evidence::grammar::WordIndex;
using evidence::grammar::Xpos;

namespace {

bool isOneOf(Relation r, std::initializer_list<Relation> list) {
  return std::ranges::find(list, r) != list.end();
}

bool isAnyOf(const SentenceTree& tree, WordIndex w, std::initializer_list<std::string_view> words) {
  return std::ranges::any_of(words, [&](std::string_view word) { return tree.is(w, word); });
}

/// Words of the tree as they stand in the sentence, with a space where the text has one.
std::string joined(const SentenceTree& tree, const std::set<WordIndex>& words) {
  std::string out;
  WordIndex last = noWord;
  for (const WordIndex w : words) {
    const bool touches = last != noWord && last + 1 == w && tree[last].range.end == tree[w].range.begin;
    if (last != noWord && !touches)
      out += ' ';
    out += tree.text(w);
    last = w;
  }
  return out;
}

/// `no such offer` names the offer; that there is none is recorded elsewhere.
bool isNone(const SentenceTree& tree, WordIndex w) {
  return base(tree.relation(w)) == Relation::det && isAnyOf(tree, w, {"no", "any", "neither"});
}

bool isMark(const SentenceTree& tree, WordIndex w) {
  if (tree[w].upos != Upos::punct)
    return false;
  return tree[w].xpos != Xpos::hyphen;
}

/// Everything below a noun that belongs to its phrase: no clauses, no names in apposition, no conjuncts.
void gather(const SentenceTree& tree, WordIndex w, std::set<WordIndex>& words) {
  words.insert(w);
  for (const WordIndex c : tree.children(w)) {
    if (isMark(tree, c) || isNone(tree, c) || isAnyOf(tree, c, {"such", "but"}) ||
        isOneOf(base(tree.relation(c)),
                {Relation::acl, Relation::advcl, Relation::appos, Relation::parataxis, Relation::conj,
                 Relation::cc, Relation::dep, Relation::discourse, Relation::ccomp, Relation::list}))
      continue;
    gather(tree, c, words);
  }
}

bool isTime(const SentenceTree& tree, WordIndex w) {
  return isAnyOf(tree, w, {"monday", "tuesday",  "wednesday", "thursday", "friday", "saturday", "sunday",
                           "week",   "weeks",    "month",     "months",   "year",   "years",    "day",
                           "days",   "today",    "tomorrow",  "tonight",  "hour",   "hours",    "time",
                           "noon",   "midnight", "morning",   "evening",  "night",  "once",     "moment"});
}

/// `no ward will close this winter`: no object.
bool isSeason(const SentenceTree& tree, WordIndex w) {
  return isAnyOf(tree, w, {"winter", "summer", "autumn", "week", "month", "year"}) &&
         std::ranges::any_of(tree.children(w), [&](WordIndex c) {
           return isAnyOf(tree, c, {"this", "next", "that", "every", "each", "all"});
         });
}

bool isPronoun(const SentenceTree& tree, WordIndex w) {
  const bool thisOne =
      isAnyOf(tree, w, {"one", "ones"}) && std::ranges::any_of(tree.children(w), [&](WordIndex c) {
        return isAnyOf(tree, c, {"this", "that", "these", "those"});
      });
  return tree[w].upos == Upos::pron || thisOne;
}

std::string headOf(const SentenceTree& tree, WordIndex w) { return nounLemma(tree.text(w)); }

/// `without a guarantee`, `instead of striking`: no part of what is done.
bool isWithout(const SentenceTree& tree, WordIndex w) {
  return std::ranges::any_of(tree.children(w), [&](WordIndex c) {
    return isAnyOf(tree, c, {"without", "instead", "rather", "despite"});
  });
}

bool isArgument(const SentenceTree& tree, WordIndex c) {
  const Relation r = tree.relation(c);
  if (base(r) == Relation::obl)
    return r != Relation::oblUnmarked && r != Relation::oblAgent && !isTime(tree, c) &&
           !isAnyOf(tree, c, {"all", "return", "exchange", "part", "addition"}) && !isWithout(tree, c);
  return isOneOf(r, {Relation::obj, Relation::iobj});
}

/// The label: what belongs to the verb, cut to eight words at the end of a phrase.
class Label {
public:
  explicit Label(const SentenceTree& tree) : tree_(tree) {}
  void word(const std::string& text) { parts_.push_back(text); }
  void drop() { dropNext_ = true; }
  void phrase(WordIndex w) {
    if (std::exchange(dropNext_, false))
      return;
    std::set<WordIndex> words;
    gather(tree_, w, words);
    parts_.push_back(joined(tree_, words));
  }
  std::string text() const {
    std::string out;
    std::size_t count = 0;
    for (const std::string& part : parts_) {
      const std::size_t words = 1 + static_cast<std::size_t>(std::ranges::count(part, ' '));
      if (count > 0 && count + words > longestLabel) {
        if (count == 1) // a long phrase right behind the verb: its beginning
          out += ' ' + beginning(part, longestLabel - 1);
        break;
      }
      out += (out.empty() ? "" : " ") + part;
      count += words;
    }
    return shortened(out);
  }

private:
  /// The first words of a phrase, without the small ones that would have to go on.
  static std::string beginning(std::string part, std::size_t most) {
    std::size_t spaces = 0;
    for (std::size_t i = 0; i < part.size(); ++i)
      if (part[i] == ' ' && ++spaces == most)
        part.resize(i);
    for (std::size_t at; (at = part.rfind(' ')) != std::string::npos;) {
      const std::string last = part.substr(at + 1);
      constexpr std::array<std::string_view, 20> small{"the", "a",   "an",    "of",  "in",   "on",   "at",
                                                       "to",  "by",  "for",   "and", "from", "with", "its",
                                                       "his", "her", "their", "no",  "into", "than"};
      if (std::ranges::find(small, last) == small.end())
        break;
      part.resize(at);
    }
    return part;
  }
  static std::string shortened(std::string text) {
    std::size_t spaces = 0;
    for (std::size_t i = 0; i < text.size(); ++i)
      if (text[i] == ' ' && ++spaces == longestLabel) {
        text.resize(i);
        break;
      }
    return text;
  }
  const SentenceTree& tree_;
  std::vector<std::string> parts_;
  bool dropNext_ = false;
};

/// `three million` of `three million dollars`, `two` of `two million`.
std::string amountOf(const SentenceTree& tree, WordIndex noun) {
  std::string amount;
  for (const WordIndex c : tree.children(noun))
    if (c < noun && tree[c].upos == Upos::num) {
      const std::string inner = amountOf(tree, c);
      amount += (amount.empty() ? "" : " ") + inner + (inner.empty() ? "" : " ") + std::string(tree.text(c));
    }
  return amount;
}

/// `chain herself to the shed`: whoever does it.
bool isReflexive(const SentenceTree& tree, WordIndex w) {
  const std::string lower = evidence::lowerCase(tree.text(w));
  return tree[w].upos == Upos::pron && (lower.ends_with("self") || lower.ends_with("selves"));
}

/// Verbs that mean something else, often the opposite, with a particle: `call off`, `turn down`, `give up`.
bool changesWithParticle(const std::string& verb) {
  static constexpr std::array<std::string_view, 18> verbs{"call", "give",  "hold",  "put",   "turn", "take",
                                                          "back", "set",   "lay",   "break", "get",  "bring",
                                                          "make", "carry", "stand", "let",   "shut", "throw"};
  return std::ranges::find(verbs, verb) != verbs.end();
}

/// `off` of `call off`, whatever the tree takes it for.
std::string particleOf(const SentenceTree& tree, WordIndex verb, const std::string& lemma) {
  if (!changesWithParticle(lemma))
    return {};
  const auto is = [&](WordIndex w) {
    return isAnyOf(tree, w, {"off", "down", "up", "out", "back", "over", "away"});
  };
  if (verb + 1 < tree.size() && is(verb + 1))
    return model::lowerCase(tree.text(verb + 1));
  for (const WordIndex c : tree.children(verb))
    if (c > verb && tree.relation(c) == Relation::compoundPrt && is(c))
      return model::lowerCase(tree.text(c));
  return {};
}

/// Takes an argument into the deed: the first is its object.
void take(const SentenceTree& tree, WordIndex c, Deed& deed) {
  if (isAnyOf(tree, c,
              {"anyone", "anybody", "anything", "someone", "somebody", "everyone", "everybody", "nobody"}))
    return; // whoever it is: none that was named before
  if (isReflexive(tree, c))
    return;
  if (isPronoun(tree, c)) {
    if (deed.object.empty() && base(tree.relation(c)) == Relation::obl)
      deed.against = deed.against || std::ranges::any_of(tree.children(c),
                                                         [&](WordIndex w) { return tree.is(w, "against"); });
    if (deed.object.empty() && tree.relation(c) == Relation::obj) {
      deed.pronoun = true;
      deed.stands = evidence::lowerCase(tree.text(c));
    }
    return;
  }
  std::string head = headOf(tree, c);
  if (tree[c].upos == Upos::num ||
      isAnyOf(tree, c, {"any", "some", "all", "each", "one", "none", "most", "many", "part", "half"}))
    if (const WordIndex of = tree.child(c, Relation::nmod); of != noWord) // any of the pilgrims
      head = headOf(tree, of);
  const bool given = deed.pronoun && isOneOf(tree.relation(c), {Relation::obj, Relation::iobj});
  if (given) { // sold it the depot: the depot
    deed.pronoun = false;
    deed.stands.clear();
  }
  if (deed.object.empty() && !deed.pronoun) {
    deed.object = head;
    deed.amount = amountOf(tree, c);
    deed.against = base(tree.relation(c)) == Relation::obl &&
                   std::ranges::any_of(tree.children(c), [&](WordIndex w) { return tree.is(w, "against"); });
  } else {
    deed.others.push_back(head);
  }
  for (const WordIndex inner : tree.children(c)) // the withdrawal of the guns
    if (tree.relation(inner) == Relation::nmod && !isTime(tree, inner))
      deed.others.push_back(headOf(tree, inner));
}

/// "stop all loading": a noun that the tree takes for a clause.
bool isThingBelow(const SentenceTree& tree, WordIndex c) {
  return tree.relation(c) == Relation::xcomp && tree[c].upos == Upos::noun && tree.has(c, Relation::det);
}

/// `resign or reopen the law`, `sign and ratify it`: the object of the first verb that follows the
/// second is the second's.
WordIndex objectBehind(const SentenceTree& tree, WordIndex verb) {
  const WordIndex first = tree.head(verb);
  if (tree.relation(verb) != Relation::conj || first == noWord || tree.has(verb, Relation::obj))
    return noWord;
  const WordIndex object = tree.child(first, Relation::obj);
  return object != noWord && object > verb ? object : noWord;
}

/// A noun right behind the object, which the tree hangs on the verb: both are one name.
bool isCompoundBehind(const SentenceTree& tree, WordIndex verb, WordIndex object) {
  const WordIndex next = object + 1;
  return next < tree.size() && tree[object].upos == Upos::noun && tree[next].upos == Upos::noun &&
         tree[object].xpos == Xpos::nn && tree.head(next) == verb && tree.children(next).empty() &&
         isOneOf(tree.relation(next), {Relation::advmod, Relation::xcomp});
}

void takeBelow(const SentenceTree& tree, WordIndex verb, Deed& deed, Label& label) {
  const auto children = tree.children(verb);
  if (const WordIndex object = objectBehind(tree, verb); object != noWord) {
    take(tree, object, deed);
    label.phrase(object);
  }
  for (const WordIndex c : children) // the object comes before places
    if (tree.relation(c) == Relation::obj && !isSeason(tree, c)) {
      take(tree, c, deed);
      if (isCompoundBehind(tree, verb, c) && deed.object == headOf(tree, c)) { // drop its court case
        deed.others.push_back(deed.object);
        deed.object = nounLemma(tree.text(c + 1));
      }
    }
  for (const WordIndex c : children) {
    const Relation r = tree.relation(c);
    if (c < verb && r != Relation::obj)
      continue;
    if (base(r) == Relation::obl && isTime(tree, c) && deed.object.empty() && !deed.pronoun) {
      label.phrase(c); // wait until Friday
    } else if (isArgument(tree, c) || isThingBelow(tree, c)) {
      if (r != Relation::obj)
        take(tree, c, deed);
      label.phrase(c);
    } else if (r == Relation::compoundPrt ||
               (r == Relation::advmod &&
                isAnyOf(tree, c,
                        {"out", "back", "down", "off", "away", "home", "together", "higher", "lower",
                         "further", "ahead", "forward", "through", "up", "over"})) ||
               (c == verb + 1 && isAnyOf(tree, c, {"in", "on", "aside", "by"}) && tree.children(c).empty())) {
      label.word(std::string(tree.text(c)));
      deed.others.push_back(nounLemma(tree.text(c)));
    } else if (isOneOf(r, {Relation::xcomp, Relation::ccomp}) && tree.has(c, Relation::nsubj) &&
               isAnyOf(tree, verb, {"let", "make", "help", "have"})) { // let the inspectors see the books
      const WordIndex who = tree.child(c, Relation::nsubj);
      take(tree, who, deed);
      label.phrase(c);
      deed.others.push_back(verbLemma(tree.text(c)));
    } else if (isOneOf(r, {Relation::xcomp, Relation::ccomp}) && !tree.has(c, Relation::nsubj)) {
      label.phrase(c);
      deed.others.push_back(verbLemma(tree.text(c)));
      for (const WordIndex inner : tree.children(c))
        if (isArgument(tree, inner) && !isPronoun(tree, inner))
          deed.others.push_back(headOf(tree, inner));
    }
  }
}

WordIndex passiveSubject(const SentenceTree& tree, WordIndex verb) {
  const WordIndex own = tree.child(verb, Relation::nsubjPass);
  if (own != noWord)
    return own;
  const WordIndex subject = tree.subject(verb);
  return subject != noWord && tree.relation(subject) == Relation::nsubjPass ? subject : noWord;
}

} // namespace

std::string phraseAt(const SentenceTree& tree, WordIndex noun) {
  std::set<WordIndex> words;
  gather(tree, noun, words);
  while (!words.empty() && base(tree.relation(*words.begin())) == Relation::case_ && *words.begin() < noun)
    words.erase(words.begin());
  return joined(tree, words);
}

Deed deedOf(const SentenceTree& tree, WordIndex verb) {
  Deed deed;
  deed.verb = tree.is(verb, "lay") && tree[verb].xpos != Xpos::vbd ? "lay" : verbLemma(tree.text(verb));
  deed.particle = particleOf(tree, verb, deed.verb);
  Label label(tree);
  label.word(deed.verb);
  bool passivePronoun = false;
  if (const WordIndex subject = passiveSubject(tree, verb); subject != noWord) {
    take(tree, subject, deed);
    deed.pronoun = false;
    passivePronoun = isPronoun(tree, subject);
    if (passivePronoun)
      label.drop();
    label.phrase(subject);
  }
  takeBelow(tree, verb, deed, label);
  deed.pronoun = deed.pronoun || (passivePronoun && deed.object.empty());
  deed.label = label.text();
  return deed;
}

/// `the port is closed`, `the expulsions were annulled`, where the tree takes the participle for an
/// adjective.
bool isDone(const SentenceTree& tree, WordIndex head) {
  const WordIndex subject = tree.subject(head);
  const std::string word = model::lowerCase(tree.text(head));
  static constexpr std::array<std::string_view, 18> states{
      "tired",   "concerned",  "interested", "satisfied", "united",   "armed",
      "divided", "determined", "prepared",   "worried",   "ashamed",  "convinced",
      "scared",  "committed",  "limited",    "needed",    "supposed", "pleased"};
  return subject != noWord && !isPronoun(tree, subject) && tree[subject].upos == Upos::noun &&
         tree[head].upos == Upos::adj && !word.starts_with("un") && !word.ends_with("ing") &&
         ((word.ends_with("ed") && word.size() > 5 && verbLemma(word) != word) ||
          isOneOf(word, {"cut", "shut", "paid", "sold", "built", "held", "kept", "withdrawn"})) &&
         std::ranges::find(states, word) == states.end();
}

/// `both sides are at the table`: who or what it is, and what state it is in.
Deed stateOf(const SentenceTree& tree, WordIndex head) {
  Deed deed;
  if (isDone(tree, head)) {
    deed.verb = verbLemma(tree.text(head));
    Label label(tree);
    label.word(deed.verb);
    take(tree, tree.subject(head), deed);
    label.phrase(tree.subject(head));
    deed.label = label.text();
    return deed;
  }
  deed.verb = "be";
  const WordIndex subject = tree.subject(head);
  if (subject != noWord && !isPronoun(tree, subject))
    deed.object = headOf(tree, subject);
  deed.others.push_back(headOf(tree, head));
  std::set<WordIndex> words;
  gather(tree, head, words);
  for (const WordIndex c : tree.children(head))
    if (c < head && (tree.relation(c) == Relation::mark || isAnyOf(tree, c, {"not", "n't", "n’t", "never"})))
      words.erase(c);
  Label label(tree);
  label.word(joined(tree, words));
  deed.label = label.text();
  return deed;
}

Deed happeningOf(const SentenceTree& tree, WordIndex verb) {
  const WordIndex subject = tree.child(verb, Relation::nsubj);
  const bool goes = isAnyOf(tree, verb, {"go", "goes", "went", "gone", "going"}) &&
                    std::ranges::any_of(tree.children(verb), [&](WordIndex c) {
                      return c > verb && isAnyOf(tree, c, {"ahead", "on", "forward", "through"});
                    });
  const bool runs = isAnyOf(tree, verb,
                            {"continue", "continues", "continued", "begin", "begins", "began", "start",
                             "starts", "started"}) &&
                    !tree.has(verb, Relation::obj) && !tree.has(verb, Relation::xcomp);
  if (subject == noWord || tree[subject].upos != Upos::noun || (!goes && !runs) ||
      !isAnyOf(tree, subject,
               {"strike", "walkout", "stoppage", "blockade", "boycott", "protest", "sale", "closure",
                "demolition", "shelling", "bombing"}))
    return {};
  return deedNamedBy(tree, subject);
}

Deed eventOf(const SentenceTree& tree, WordIndex verb) {
  if (tree.has(verb, Relation::cop))
    return stateOf(tree, verb);
  if (Deed happening = happeningOf(tree, verb); !happening.verb.empty())
    return happening;
  Deed deed = deedOf(tree, verb);
  const WordIndex subject = tree.subject(verb);
  if (subject == noWord || tree.relation(subject) == Relation::nsubjPass || isPronoun(tree, subject))
    return deed;
  deed.others.insert(deed.others.begin(), deed.object);
  deed.object = headOf(tree, subject);
  deed.label = phraseAt(tree, subject) + deed.label.insert(0, 1, ' ');
  return deed;
}

namespace {

/// `eight percent` of `a pay rise of eight percent`: how much, not what.
bool isMeasure(const SentenceTree& tree, WordIndex w) {
  return isAnyOf(tree, w, {"percent", "cent", "percentage", "%"});
}

/// `a 12 percent raise`, `a pay rise`: what is raised is pay.
bool raisesPay(const SentenceTree& tree, WordIndex noun) {
  return isAnyOf(tree, noun, {"raise", "raises"}) ||
         (isAnyOf(tree, noun, {"rise", "rises", "increase"}) && noun > 0 && tree.is(noun - 1, "pay"));
}

} // namespace

Deed deedNamedBy(const SentenceTree& tree, WordIndex noun) {
  Deed deed;
  deed.verb = verbOfNoun(nounLemma(tree.text(noun)));
  if (deed.verb.empty())
    return deed;
  Label label(tree);
  label.word(deed.verb);
  if (raisesPay(tree, noun)) {
    deed.object = "pay";
    deed.label = deed.verb + " pay";
    return deed;
  }
  for (const WordIndex c : tree.children(noun))
    deed.pronoun = deed.pronoun || (tree.relation(c) == Relation::nmodPoss && isPronoun(tree, c));
  for (const WordIndex c : tree.children(noun)) {
    if (isMeasure(tree, c))
      continue;
    if (tree.relation(c) == Relation::nmod && !isTime(tree, c)) {
      take(tree, c, deed);
      const bool of = std::ranges::any_of(tree.children(c), [&](WordIndex w) { return tree.is(w, "of"); });
      of ? label.word(phraseAt(tree, c)) : label.phrase(c);
    } else if (tree.relation(c) == Relation::compound) {
      take(tree, c, deed);
      label.word(std::string(tree.text(c)));
    }
  }
  deed.label = label.text();
  return deed;
}

Deed deedProposedBy(const SentenceTree& tree, WordIndex noun) {
  if (isAnyOf(tree, noun,
              {"proposal", "plan", "offer", "call", "demand", "request", "motion", "attempt", "bid", "move",
               "appeal", "invitation", "order", "decision"}))
    for (const WordIndex c : tree.children(noun))
      if (base(tree.relation(c)) == Relation::acl && tree[c].xpos == Xpos::vb && c > noun)
        return deedOf(tree, c);
  return {};
}

Deed acceptanceOf(const SentenceTree& tree, WordIndex noun) {
  Deed deed;
  deed.verb = "accept";
  Label label(tree);
  label.word(deed.verb);
  take(tree, noun, deed);
  label.phrase(noun);
  deed.label = label.text();
  if (const std::size_t what = deed.label.find(" as "); what != std::string::npos)
    deed.label.resize(what); // dismissed the offer as an insult
  return deed;
}

Deed paymentOf(const SentenceTree& tree, WordIndex noun) {
  const std::string lemma = nounLemma(tree.text(noun));
  const bool money =
      isOneOf(lemma, {"ransom", "refund", "royalty", "rebate", "bonus"}) ||
      (!amountOf(tree, noun).empty() &&
       isOneOf(lemma, {"dollar", "euro", "pound", "franc", "yen", "crown", "krona", "krone", "rouble",
                       "ruble", "peso", "rupee", "dinar", "lira", "shilling", "rand", "yuan", "real"}));
  const bool none = std::ranges::any_of(
      tree.children(noun), [&](WordIndex c) { return isAnyOf(tree, c, {"no", "not", "neither"}); });
  if (!money || none)
    return {};
  Deed deed = acceptanceOf(tree, noun);
  deed.label.replace(0, deed.verb.size(), "pay");
  deed.label.resize(std::min(deed.label.find(" from "), deed.label.size())); // who pays is not what is paid
  deed.verb = "pay";
  return deed;
}

Deed answerTo(const SentenceTree& tree, WordIndex noun) {
  Deed deed = acceptanceOf(tree, noun);
  if (isOneOf(nounLemma(tree.text(noun)), {"election", "referendum", "poll", "ballot", "vote", "inquiry"})) {
    deed.label.replace(0, deed.verb.size(), "hold");
    deed.verb = "hold";
  }
  return deed;
}

bool isClaim(const std::string& noun) {
  constexpr std::array<std::string_view, 34> claims{"prospect",
                                                    "idea",
                                                    "claim",
                                                    "notion",
                                                    "suggestion",
                                                    "report",
                                                    "allegation",
                                                    "accusation",
                                                    "charge",
                                                    "word",
                                                    "term",
                                                    "rumour",
                                                    "criticism",
                                                    "concern",
                                                    "warning",
                                                    "assertion",
                                                    "remark",
                                                    "story",
                                                    "fear",
                                                    "comparison",
                                                    "speculation",
                                                    "denial",
                                                    "reading",
                                                    "argument",
                                                    "excuse",
                                                    "description",
                                                    "characterisation",
                                                    "characterization",
                                                    "portrayal",
                                                    "account",
                                                    "version",
                                                    "label",
                                                    "interpretation",
                                                    "insinuation"};
  return std::ranges::find(claims, noun) != claims.end();
}

namespace {

/// Two numbers in the same notation that differ.
bool differ(const std::string& a, const std::string& b) {
  const auto inDigits = [](const std::string& amount) { return amount[0] >= '0' && amount[0] <= '9'; };
  return !a.empty() && !b.empty() && a != b && inDigits(a) == inDigits(b);
}

/// Nouns that say little without the words before them.
bool countsAlone(const std::string& noun) {
  return noun == "million" || noun == "billion" || noun == "thousand" || noun == "hundred";
}

} // namespace

bool sameDeed(const Deed& a, const Deed& b) {
  if (alike(a.verb) != alike(b.verb) || differ(a.amount, b.amount) || a.particle != b.particle ||
      a.against != b.against)
    return false;
  const auto among = [](const std::string& head, const Deed& deed) {
    return alike(head) == alike(deed.object) ||
           std::ranges::any_of(deed.others, [&](const std::string& o) { return alike(o) == alike(head); });
  };
  if (a.object.empty() || b.object.empty())
    return a.object.empty() == b.object.empty() && a.pronoun == b.pronoun;
  return alike(a.object) == alike(b.object) || among(a.object, b) || among(b.object, a);
}

std::string nameOf(const Deed& deed) {
  if (deed.verb == "be")
    return exchange::identifierFrom(deed.object + ' ' + (deed.others.empty() ? "" : deed.others.front()),
                                    "act");
  std::string words = deed.verb;
  if (!deed.particle.empty())
    words += ' ' + deed.particle;
  if (deed.against)
    words += " against";
  if (!deed.object.empty())
    words += ' ' + (countsAlone(deed.object) && !deed.amount.empty() ? deed.amount + ' ' : "") + deed.object;
  else if (!deed.others.empty() && deed.others.front() != deed.particle)
    words += ' ' + deed.others.front();
  return exchange::identifierFrom(words, "act");
}

std::string longerNameOf(const Deed& deed, const std::string& owner) {
  return exchange::identifierFrom(owner.empty() ? deed.label : model::lowerCase(owner) + ' ' + nameOf(deed),
                                  "act");
}

} // namespace stasis::drafting
