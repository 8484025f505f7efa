#include "evidence/reading/conditional.h"

#include "evidence/reading/clause.h"
#include "evidence/reading/consequence_elsewhere.h"
#include "evidence/reading/halves.h"
#include "evidence/reading/main_clause.h"
#include "evidence/reading/phrase_set.h"

#include <algorithm>
#include <cctype>
#include <functional>

namespace stasis::evidence {

using Kind = ClauseToken::Kind;
using model::Range;

namespace {

const PhraseSet& markers() {
  static const PhraseSet list("condition_markers");
  return list;
}

struct Marker {
  std::size_t begin = 0;
  std::size_t end = 0; ///< one past
  bool phrase = false; ///< a noun phrase follows, no clause
};

bool anyOf(const ClauseToken& token, std::initializer_list<std::string_view> words) {
  return token.isWord() && std::ranges::find(words, token.word) != words.end();
}

/// One sentence, and the current marker.
class Judge {
public:
  /// `finiteBehind`: whether the tree has a finite verb among this many tokens after the marker.
  Judge(ClauseTokens tokens, Marker marker, const std::function<bool(std::size_t)>& finiteBehind)
      : t_(tokens), m_(marker), finiteBehind_(finiteBehind) {}

  bool isCondition() const { return m_.end < t_.size() && !trap() && !whether() && asItsMarkerWants(); }

private:
  ClauseTokens t_;
  Marker m_;
  const std::function<bool(std::size_t)>& finiteBehind_;

  const ClauseToken* before(std::size_t n = 1) const { return m_.begin >= n ? &t_[m_.begin - n] : nullptr; }
  std::string_view head() const { return t_[m_.begin].word; }
  bool followed(std::initializer_list<std::string_view> words) const { return anyOf(t_[m_.end], words); }

  /// Whether a phrase in the list of traps covers the marker's last word.
  bool trap() const {
    static const PhraseSet traps("condition_traps");
    constexpr std::size_t before = 3;
    const std::size_t last = m_.end - 1;
    for (std::size_t i = last >= before ? last - before : 0; i <= last; ++i)
      if (const auto match = traps.at(t_, i);
          match.length > last - i && holdsAt(match.value, i + match.length))
        return true;
    return hyphenated();
  }

  /// `few, if any,` but not `if any troops appear`.
  bool holdsAt(std::string_view when, std::size_t behind) const {
    const bool mark = behind >= t_.size() || !t_[behind].isWord();
    return when.empty() || (when == "before-mark") == mark;
  }

  /// `once-powerful`.
  bool hyphenated() const {
    const ClauseToken& next = t_[m_.end];
    return head() == "once" && next.kind == Kind::dash && next.range.begin == t_[m_.begin].range.end &&
           next.range.end - next.range.begin == 1;
  }

  /// `asked if`, `asked them if`, `see whether … and if`.
  bool whether() const {
    static const PhraseSet asking("whether_words");
    if (head() != "if" || before() == nullptr)
      return false;
    if (m_.end < t_.size() && t_[m_.end].is("possible"))
      return true; // "by persuasion if possible"
    if (happensIf() || asksAside() || asksOfSomeone() || asking.has(before()->word))
      return true;
    if (!anyOf(*before(), {"and", "or", "but"}))
      return false;
    for (std::size_t i = 1; i + 2 < m_.begin; ++i)
      if ((t_[i].is("if") || t_[i].is("whether")) && asking.has(t_[i - 1].word))
        return true;
    return false;
  }

  /// `asked what would happen if`.
  bool happensIf() const {
    bool what = false;
    for (std::size_t n = 1; n <= 4 && m_.begin >= n; ++n)
      what = what || anyOf(*before(n), {"what"});
    return what && anyOf(*before(), {"happen", "happens"});
  }

  /// `I asked him, nicely, if he could`.
  bool asksAside() const {
    if (before()->kind != Kind::comma || m_.begin < 4)
      return false;
    std::size_t i = m_.begin - 2;
    while (i > 0 && m_.begin - i < 5 && t_[i].isWord())
      --i;
    if (t_[i].kind != Kind::comma || i < 2)
      return false;
    return anyOf(t_[i - 1], {"asked", "ask", "asks"}) || (anyOf(t_[i - 2], {"asked", "ask", "asks"}));
  }

  /// `asked me if`, `tell us if`, `asked the minister if`.
  bool asksOfSomeone() const {
    for (std::size_t n = 2; n <= 5 && m_.begin >= n; ++n) {
      if (!before(n)->isWord() || !before(n - 1)->isWord())
        return false;
      if (before(n)->is("let"))
        return before()->is("know"); // "let us know if", not "let them in if"
      if (anyOf(*before(n), {"ask", "asked", "asks", "asking", "tell"}) && !before(n - 1)->is("to"))
        return n == 2 || !anyOf(*before(n - 1), {"for", "that", "about"});
    }
    return false;
  }

  bool clauseFollows() const {
    constexpr std::size_t reach = 14;
    const auto rest = t_.subspan(m_.end);
    const std::size_t size = std::min(rest.size(), reach);
    return hasFinite(rest.first(size)) || finiteBehind_(size);
  }

  bool atBreak() const { return before() == nullptr || !before()->isWord() || isCoordinator(*before()); }

  bool asItsMarkerWants() const {
    if (!t_[m_.end].isWord() && t_[m_.end].kind != Kind::openQuote && t_[m_.end].kind != Kind::comma &&
        t_[m_.end].kind != Kind::open && t_[m_.end].kind != Kind::dash)
      return false;
    if (t_[m_.end].kind == Kind::comma && (m_.end + 1 >= t_.size() || !t_[m_.end + 1].isWord()))
      return false; // “Not before,” he adds
    const std::string_view last = t_[m_.end - 1].word;
    if (last == "possible")
      return false;
    if (head() == "the" || (head() == "on" && last == "day"))
      return momentThat();
    if (head() == "once")
      return onceIsConjunction();
    if (head() == "provided" || head() == "providing")
      return providedIsConjunction(last == "that");
    if (head() == "assuming")
      return last == "that" || (atBreak() && clauseFollows() && opensSubject(t_[m_.end]));
    if (head() == "until" || head() == "till")
      return notUntil();
    if ((head() == "before" || head() == "while") && m_.end - m_.begin == 1)
      return notBefore();
    if (head() == "when" && m_.end - m_.begin == 1)
      return whenWill();
    if (last == "soon" || (last == "as" && m_.end - m_.begin == 3 && t_[m_.begin + 1].is("soon")))
      return (clauseFollows() || opensSubject(t_[m_.end])) &&
             !followed({"possible", "practicable", "practical", "feasible", "convenient"});
    if (last == "after" || last == "when")
      return clauseFollows();
    if (last == "as")
      return !longInTime();
    if (last == "case" || last == "event")
      return clauseFollows() && !anyOf(t_[m_.end], {"of", "and"});
    if (head().starts_with("depend") &&
        followed({"how", "what", "who", "which", "whether", "where", "when", "why"}))
      return false; // an open question
    if (last == "of" || last == "that")
      return !ofAnonymity();
    return !t_[m_.end].word.ends_with("ly") || m_.end + 1 == t_.size() || t_[m_.end + 1].isWord();
  }

  /// `will start the moment they leave`, not `at the moment they leave`.
  bool momentThat() const {
    const bool set = before() != nullptr && (isPreposition(*before()) || before()->is("of"));
    const bool ahead = std::ranges::any_of(t_, [](const ClauseToken& token) {
      return anyOf(token, {"will", "would", "shall", "can", "could", "to"}) || token.word.ends_with("'ll");
    });
    return !set && ahead && clauseFollows() && (opensSubject(t_[m_.end]) || isSubjectPronoun(t_[m_.end]));
  }

  /// `will not sign until they leave`, `Until they leave, the gate will stay shut`: a condition only if the
  /// other clause is negated, or says that something stays as it is.
  bool notUntil() const {
    if (!clauseFollows() || anyOf(t_[m_.end], {"at"})) // "until at least 2008"
      return false;
    constexpr std::size_t reach = 24;
    const std::size_t from = m_.begin > reach ? m_.begin - reach : 0;
    if (std::ranges::any_of(t_.subspan(from, m_.begin - from), endsWithUntil))
      return true;
    if (m_.begin > 1)
      return false;
    const auto behind = t_.subspan(m_.end);
    const auto comma = std::ranges::find(behind, Kind::comma, &ClauseToken::kind);
    return std::any_of(comma, behind.end(), endsWithUntil);
  }
  /// `cannot open the gates before the lake rises`, `no talks while troops remain`: only after a refusal in
  /// the same clause; `had not been told before he left` is about time.
  bool notBefore() const {
    if (m_.begin == 0 || !(opensSubject(t_[m_.end]) || isSubjectPronoun(t_[m_.end]) || t_[m_.end].isWord()))
      return false;
    std::size_t from = m_.begin;
    while (from > 0 && t_[from - 1].isWord())
      --from;
    const auto ahead = t_.subspan(from, m_.begin - from);
    const auto has = [&](std::initializer_list<std::string_view> words) {
      return std::ranges::any_of(ahead, [&](const ClauseToken& token) { return anyOf(token, words); });
    };
    const bool cannot = has({"cannot", "can't", "won't", "wouldn't", "couldn't", "mustn't"});
    const bool modal = has({"will", "would", "shall", "can", "could", "must"});
    const bool no = has({"not", "never", "no", "nothing", "nobody", "neither"});
    const bool none = has({"nothing", "no"}) && has({"is", "are", "be"});
    const bool out = has({"out"}) && has({"ruled", "rules", "rule"});
    return (cannot || (modal && no) || none || out) && !has({"have", "had", "been"}) &&
           (clauseFollows() || pastFollows());
  }

  /// `while eleven of them remained in custody`: a form in -ed before the next mark, if the tree has no verb.
  bool pastFollows() const {
    for (std::size_t i = m_.end + 1; i < t_.size() && t_[i].isWord(); ++i)
      if (t_[i].word.ends_with("ed"))
        return true;
    return false;
  }

  /// `will dredge it when the province pays`, `When they pay, we will open`: somebody binds himself to an
  /// event that is somebody else's; not `will be ten when`, `said when asked`, `the day when`.
  bool whenWill() const {
    const ClauseToken& next = t_[m_.end];
    if (!clauseFollows() || !(opensSubject(next) || isSubjectPronoun(next) || next.capital))
      return false;
    const auto isWill = [](const ClauseToken& token) {
      return anyOf(token, {"will", "would", "shall", "won't", "wouldn't"}) || token.word.ends_with("'ll");
    };
    std::size_t clauseEnd = m_.end;
    while (clauseEnd < t_.size() && t_[clauseEnd].isWord())
      ++clauseEnd;
    const auto clause = t_.subspan(m_.end, clauseEnd - m_.end);
    if (std::ranges::any_of(clause, isWill))
      return false;
    std::size_t from = m_.begin;
    while (from > 0 && t_[from - 1].isWord())
      --from;
    const auto ahead = t_.subspan(from, m_.begin - from);
    const auto will = std::ranges::find_if(ahead, isWill);
    const bool state = std::ranges::any_of(ahead, [](const ClauseToken& token) {
      return anyOf(token, {"be", "have", "know", "see", "tell", "say", "told", "said", "asked", "if",
                           "unless", "that's"});
    });
    if (!ahead.empty())
      return will != ahead.end() && !state &&
             !anyOf(*before(), {"day", "time", "moment", "and", "or", "even", "but"});
    if (m_.begin > 0 || clauseEnd + 2 >= t_.size() || t_[clauseEnd].kind != Kind::comma)
      return false;
    const auto rest = t_.subspan(clauseEnd + 1);
    return isSubjectPronoun(rest.front()) && rest.size() > 1 && (isWill(rest.front()) || isWill(rest[1]));
  }

  static bool endsWithUntil(const ClauseToken& token) {
    return anyOf(token, {"not",     "never",   "no",      "nor",     "refuse", "refused", "refuses",
                         "cannot",  "nothing", "refrain", "abstain", "nobody", "ruled",   "remain",
                         "remains", "stay",    "stays",   "keep",    "keeps",  "kept"}) ||
           token.word.ends_with("n't");
  }

  /// `as long as two weeks`.
  bool longInTime() const {
    const ClauseToken& next = t_[m_.end];
    return std::isdigit(static_cast<unsigned char>(next.word.front())) != 0 ||
           (followed({"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "a", "an"}) &&
            m_.end + 1 < t_.size() &&
            anyOf(t_[m_.end + 1], {"hour", "hours", "day", "days", "week", "weeks", "month", "months", "year",
                                   "years", "decade", "decades", "century"}));
  }

  /// `on condition that he not be named`.
  bool ofAnonymity() const {
    const auto rest = t_.subspan(m_.end, std::min<std::size_t>(t_.size() - m_.end, 10));
    return std::ranges::any_of(rest, [](const ClauseToken& token) {
      return anyOf(token, {"anonymity", "anonymous", "anonymously", "named", "identified", "quoted"});
    });
  }

  bool onceIsConjunction() const {
    if (before() != nullptr &&
        (anyOf(*before(), {"was",   "is",    "are",   "were", "had",   "has",  "have", "who", "that",
                           "which", "more",  "than",  "only", "at",    "not",  "he",   "she", "they",
                           "it",    "i",     "we",    "you",  "a",     "an",   "the",  "be",  "been",
                           "will",  "would", "could", "may",  "might", "even", "least"})))
      return false;
    if (!t_[m_.end].isWord() || isVerbOfSpeech(t_[m_.end]) ||
        (isPreposition(t_[m_.end]) && !t_[m_.end].is("in")))
      return false;
    if (t_[m_.end].word.ends_with("ed") || t_[m_.end].is("in"))
      return atBreak();
    if (m_.end + 1 >= t_.size() || !t_[m_.end + 1].isWord())
      return t_[m_.end + (m_.end + 1 < t_.size() ? 1 : 0)].kind == Kind::openQuote;
    const bool name = before() != nullptr && before()->isWord() && before()->capital;
    return opensSubject(t_[m_.end]) || !name;
  }

  bool providedIsConjunction(bool that) const {
    if (before() != nullptr && (anyOf(*before(), {"has", "have", "had", "was", "were", "be", "been", "being",
                                                  "is", "are", "not", "also", "by", "of", "for", "and"}) ||
                                isSubjectPronoun(*before())))
      return false;
    if (that)
      return true;
    const bool subject = head() == "providing" ? isSubjectPronoun(t_[m_.end])
                                               : opensSubject(t_[m_.end]) || (atBreak() && clauseFollows());
    const auto before = t_.first(m_.begin);
    const bool modal = std::ranges::any_of(before, [](const ClauseToken& token) {
      return anyOf(token, {"would", "will", "could", "can", "may", "might", "shall", "to"});
    });
    return subject && ((atBreak() && clauseFollows()) || (modal && m_.end + 1 < t_.size()));
  }
};

/// `should the ceasefire fail`, `were they to leave`: inverted, at the head of a clause, no question.
bool inverted(ClauseTokens t, std::size_t i) {
  if (i + 2 >= t.size() || !anyOf(t[i], {"should", "were"}))
    return false;
  if (std::ranges::any_of(t.last(std::min<std::size_t>(2, t.size())),
                          [](const auto& one) { return one.word == "?"; }))
    return false;
  const bool subject = isSubjectPronoun(t[i + 1]) || opensSubject(t[i + 1]);
  if (!subject || anyOf(t[i + 1], {"i", "that", "who"}))
    return false;
  // "would strike back were Suria to attack"
  const bool behind = i > 1 && t[i - 1].isWord() && !isSubjectPronoun(t[i - 1]) && !t[i - 1].capital &&
                      (t[i + 1].capital || isSubjectPronoun(t[i + 1])) &&
                      std::ranges::any_of(t.first(i), [](const ClauseToken& one) {
                        return anyOf(one, {"would", "could", "might"});
                      });
  if (t[i].word == "were")
    return (i == 0 || behind) &&
           std::ranges::any_of(t.subspan(i + 2, std::min<std::size_t>(5, t.size() - i - 2)),
                               [](const ClauseToken& one) { return one.is("to"); });
  return i == 0 || t[i - 1].kind == Kind::comma || t[i - 1].kind == Kind::dash ||
         t[i - 1].kind == Kind::openQuote || anyOf(t[i - 1], {"that", "and", "but"});
}

class Sentence {
public:
  Sentence(std::string_view report, ClauseTokens tokens, const TreeOf& treeOf, std::vector<Conditional>& out)
      : report_(report), t_(tokens), treeOf_(treeOf), out_(out) {}

  void run() {
    for (std::size_t i = 0; i < t_.size(); ++i) {
      const auto marker = markerAt(i);
      if (!marker)
        continue;
      add(*marker);
      i = marker->end - 1;
    }
  }

private:
  std::string_view report_;
  ClauseTokens t_;
  const TreeOf& treeOf_;
  std::vector<Conditional>& out_;

  /// `if, and only if,`
  std::size_t strictIf(std::size_t i) const {
    constexpr std::size_t length = 6;
    if (i + length >= t_.size() || !t_[i].is("if") || t_[i + 1].kind != Kind::comma || !t_[i + 2].is("and") ||
        !t_[i + 3].is("only") || !t_[i + 4].is("if") || t_[i + 5].kind != Kind::comma)
      return 0;
    return length;
  }

  std::optional<Marker> markerAt(std::size_t i) const {
    if (const std::size_t length = strictIf(i); length != 0)
      return Marker{i, i + length, false};
    if (const auto match = markers().at(t_, i); match.length != 0) {
      const Marker marker{i, i + match.length, match.value == "phrase"};
      const bool holds = Judge(t_, marker, [&](std::size_t reach) { return finiteBehind(marker.end, reach); })
                             .isCondition() ||
                         isTimeWithClause(marker) || isMarkOfClause(marker);
      return holds ? std::optional(marker) : std::nullopt;
    }
    return isInvertedAt(i) ? std::optional(Marker{i, i + 1, false}) : std::nullopt;
  }

  bool finiteBehind(std::size_t first, std::size_t reach) const {
    if (first >= t_.size() || reach == 0)
      return false;
    const auto* tree = treeOf_({t_.front().range.begin, t_.back().range.end});
    if (tree == nullptr)
      return false;
    std::size_t last = first; // up to the next mark
    while (last + 1 < std::min(first + reach, t_.size()) && t_[last + 1].isWord())
      ++last;
    for (grammar::WordIndex w = 0; w < tree->size(); ++w)
      if ((*tree)[w].range.begin >= t_[first].range.begin && (*tree)[w].range.end <= t_[last].range.end &&
          tree->isFiniteForm(w))
        return true;
    return false;
  }

  /// "ready for a truce provided his forces end their attacks": the tree shows a clause with its verb under
  /// it.
  bool isMarkOfClause(const Marker& marker) const {
    if (!t_[marker.begin].is("provided") && !t_[marker.begin].is("providing"))
      return false;
    const auto* tree = treeOf_({t_.front().range.begin, t_.back().range.end});
    if (tree == nullptr || marker.end >= t_.size() || !t_[marker.end].isWord())
      return false;
    for (grammar::WordIndex w = 0; w < tree->size(); ++w)
      if ((*tree)[w].range.begin == t_[marker.begin].range.begin) {
        const grammar::WordIndex head = tree->head(w);
        return tree->relation(w) == grammar::Relation::mark && head != grammar::noWord && head > w + 1 &&
               tree->isFiniteClause(head) && tree->has(head, grammar::Relation::nsubj);
      }
    return false;
  }

  /// "will walk out the minute a notice lands", where the tree has the verb that the words do not show.
  bool isTimeWithClause(const Marker& marker) const {
    if (!t_[marker.begin].is("the") || marker.end >= t_.size() || !opensSubject(t_[marker.end]) ||
        (marker.begin > 0 && isPreposition(t_[marker.begin - 1])))
      return false;
    const auto* tree = treeOf_({t_.front().range.begin, t_.back().range.end});
    return tree != nullptr && hasClauseOfTime(*tree, t_[marker.end - 1].range.begin);
  }

  /// "would strike back were Suria to attack", "would have signed had they paid"; "Were the strike to go on".
  bool invertedBehindModal(std::size_t i) const {
    if (i + 2 >= t_.size() || !t_[i + 1].isWord())
      return false;
    if (i > 0 && (isSubjectPronoun(t_[i - 1]) || anyOf(t_[i - 1], {"there", "that", "who", "which", "and"})))
      return false;
    bool modal = i == 0;
    bool have = i == 0;
    for (std::size_t k = 0; k < i; ++k) {
      modal = modal || anyOf(t_[k], {"would", "could", "might", "will", "to"});
      have = have || t_[k].is("have");
    }
    if (!modal || !(opensSubject(t_[i + 1]) || isSubjectPronoun(t_[i + 1])))
      return false;
    if (t_[i].is("had"))
      return i > 0 ? have : wouldHave();
    if (t_[i].is("should"))
      return i > 0 && t_[i - 1].isWord();
    for (std::size_t k = i + 2; k < t_.size() && k < i + 9 && t_[k].isWord(); ++k)
      if (t_[k].is("to"))
        return true;
    return false;
  }

  /// "Had the gates stayed shut, he said, the dam would have gone": after a comma, what would have been.
  bool wouldHave() const {
    bool comma = false;
    for (std::size_t k = 1; k + 1 < t_.size(); ++k) {
      comma = comma || t_[k].kind == Kind::comma;
      if (comma && anyOf(t_[k], {"would", "could", "might"}) && (t_[k + 1].is("have") || t_[k + 1].is("not")))
        return true;
    }
    return false;
  }

  /// "Under no circumstances were they to fire": a negation at the head turns verb and subject round, too.
  bool opensWithNever() const {
    if (anyOf(t_.front(), {"never", "nor", "neither", "not", "hardly", "scarcely", "rarely", "seldom",
                           "barely", "little"}))
      return true;
    return t_.size() > 1 && anyOf(t_.front(), {"under", "at", "on", "in", "by"}) && t_[1].is("no");
  }

  bool isInvertedAt(std::size_t i) const {
    if (!anyOf(t_[i], {"should", "were", "had"}) || opensWithNever())
      return false;
    if (const auto* tree = treeOf_({t_.front().range.begin, t_.back().range.end}))
      if (isInverted(*tree, t_[i].range.begin))
        return true;
    return (t_[i].is("should") && inverted(t_, i)) || invertedBehindModal(i);
  }

  Passage passage(std::size_t begin, std::size_t end) const {
    const Range range{t_[begin].range.begin, t_[end - 1].range.end};
    return {std::string(report_.substr(range.begin, range.end - range.begin)), range};
  }

  void add(const Marker& marker) {
    if (!byTree(marker))
      byWords(marker);
  }

  Passage passage(Range range) const {
    return {std::string(report_.substr(range.begin, range.end - range.begin)), range};
  }

  bool byTree(const Marker& marker) {
    const Range scope{t_.front().range.begin, t_.back().range.end};
    const grammar::SentenceTree* tree = treeOf_(scope);
    if (tree == nullptr)
      return false;
    std::size_t last = marker.end - 1;
    while (last > marker.begin && !t_[last].isWord())
      --last;
    const auto halves = halvesByTree(*tree, {t_[marker.begin].range.begin, t_[last].range.end}, scope);
    if (!halves)
      return false;
    Conditional one{{markerText(marker), passage(halves->condition)}, {}};
    if (halves->consequence)
      one.consequence = passage(*halves->consequence);
    else
      one.consequence = consequenceElsewhere(report_, scope.end);
    out_.push_back(std::move(one));
    return true;
  }

  void byWords(const Marker& marker) {
    const ClausesAround around = clausesAround(t_, marker.begin, marker.end, marker.phrase);
    if (around.conditionEnd <= marker.end)
      return;
    Conditional one{{markerText(marker), passage(marker.end, around.conditionEnd)}, {}};
    if (around.consequenceEnd > around.consequenceBegin)
      one.consequence = passage(around.consequenceBegin, around.consequenceEnd);
    else
      one.consequence = consequenceElsewhere(report_, t_.back().range.end);
    out_.push_back(std::move(one));
  }

  std::string markerText(const Marker& marker) const {
    std::string text;
    for (std::size_t i = marker.begin; i < marker.end; ++i)
      if (t_[i].isWord())
        text += (text.empty() ? "" : " ") + t_[i].word;
    return text;
  }
};

} // namespace

bool mayHoldCondition(std::string_view text) {
  static constexpr std::string_view heads[] = {
      "if",           "unless",         "once",       "provid",      "long as", "condition",  "in case",
      "in the event", "assuming",       "contingent", "should",      "were",    "proviso",    "soon as",
      "only after",   "until",          "only when",  "subject to",  "had ",    "not before", "understanding",
      "the moment",   "till",           "in return",  "in exchange", "depend",  "before",     "while",
      "the minute",   "the first time", "the day",    "the instant"};
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  const auto has = [&](std::string_view word) { return lower.find(word) != std::string::npos; };
  return std::ranges::any_of(heads, has) ||
         (has("when") && (has("will") || has("would") || has("'ll") || has("shall") || has("won't")));
}

std::vector<Conditional> conditionalsIn(std::string_view report, Range scope, const TreeOf& treeOf) {
  std::vector<Conditional> found;
  if (!mayHoldCondition(report.substr(scope.begin, scope.end - scope.begin)))
    return found;
  const auto tokens = clauseTokens(report, scope);
  for (const ClauseTokens sentence : sentencesOf(tokens))
    Sentence(report, sentence, treeOf, found).run();
  return found;
}

std::vector<Conditional> conditionalsIn(std::string_view report, Range scope) {
  return conditionalsIn(report, scope, [](Range) { return nullptr; });
}

} // namespace stasis::evidence
