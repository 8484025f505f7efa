#include "report/brief/brief.h"
#include "report/brief/brief_question.h"
#include "report/brief/brief_words.h"
#include "report/explain/deterrence_words.h"
#include "report/robust/change_in_words.h"
#include "report/robust/change_words.h"
#include "report/telling/condition_in_words.h"
#include "report/telling/numbers.h"
#include "report/telling/party_words.h"
#include "report/telling/path_words.h"
#include "report/telling/state_words.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <utility>

namespace stasis::report {

using analysis::BriefFallen;
using analysis::BriefOutcome;
using analysis::BriefReason;
using analysis::Change;
using analysis::ChangeKind;
using analysis::Standing;
using analysis::Step;
using model::PartyId;
using model::Pattern;

namespace {

constexpr std::size_t mostTurning = 4;
constexpr std::size_t mostTurningOthers = 3;
constexpr std::size_t mostAssumed = 24;
constexpr std::size_t mostInShort = 6;
constexpr std::size_t mostUnnamed = 3; ///< of so many outcomes without a name reasons are given
constexpr std::array inOrder{Standing::byItself, Standing::byAnswers, Standing::byFear};

using Turns = std::vector<std::pair<std::size_t, Standing>>;

class Story {
public:
  explicit Story(const BriefView& view)
      : view_(view), brief_(view.brief), conflict_(view.engine.conflict()), words_(view) {}

  BriefStory story() {
    BriefStory story{conflict_.title, conflict_.about, {}};
    const auto add = [&](BriefPart part, BriefSection section) {
      section.part = part;
      story.sections.push_back(std::move(section));
    };
    add(BriefPart::inShort, inShort());
    add(BriefPart::asked, asked());
    add(BriefPart::today, today());
    add(BriefPart::whatCanHold, whatCanHold());
    add(BriefPart::reasons, reasons());
    add(BriefPart::ways, ways());
    add(BriefPart::restsOn, restsOn());
    add(BriefPart::othersRestOn, othersRestOn());
    add(BriefPart::assumed, assumed());
    if (!brief_.missing.empty())
      add(BriefPart::missing, missing());
    std::erase_if(story.sections,
                  [](const BriefSection& s) { return s.opening.empty() && s.paragraphs.empty(); });
    quoteOnce(story);
    return story;
  }

private:
  /// Words are quoted where they are first needed, and a source is described there.
  static void quoteOnce(BriefStory& story) {
    std::set<std::pair<std::string, std::string>> quoted;
    std::string before;
    for (BriefSection& section : story.sections)
      for (BriefParagraph& p : section.paragraphs) {
        if (p.quote.empty())
          continue;
        if (!quoted.emplace(p.quote, p.quoted).second) {
          p.quote.clear();
          p.quoted.clear();
          continue;
        }
        const std::string source = p.quoted;
        if (source == before)
          p.quoted = "the same source";
        before = source;
      }
  }

  // --- in short: the outcomes that have a name, in a few sentences

  BriefSection inShort() const {
    BriefSection section{"In short", {}, {}};
    if (!brief_.holding || brief_.standing == Standing::unknown)
      return section;
    section.opening = verdicts();
    for (const std::string& text :
         {whileItLasts(), whoLeaves(), theOthers(), reached(), restsMostOn(), howMuchIsAssumed()})
      if (!text.empty())
        section.paragraphs.push_back({{}, text});
    return section;
  }

  bool hasTitle(const Pattern& state) const { return words_.hasTitle(state); }

  /// Names inside a sentence; those beyond `mostInShort` are counted.
  static std::string few(std::vector<std::string> names, std::string_view last = "and") {
    if (names.size() > mostInShort + 1) {
      const std::size_t more = names.size() - mostInShort;
      names.resize(mostInShort);
      names.push_back(std::to_string(more) + " more");
    }
    return enumerated(names, last);
  }

  std::string verdicts() const {
    std::vector<ToldOutcome> holding;
    std::vector<ToldOutcome> failing;
    if (hasTitle(brief_.state))
      (brief_.standing == Standing::holdsNot ? failing : holding)
          .push_back({words_.stateCalled(), brief_.state});
    for (const BriefOutcome& outcome : brief_.outcomes)
      if (hasTitle(outcome.state))
        holding.push_back({words_.called(outcome.state), outcome.state});
    for (const BriefFallen& fallen : brief_.fallen)
      failing.push_back({words_.called(fallen.state), fallen.state});
    if (holding.size() + failing.size() < 2)
      return aloneInShort();
    const ToTheQuestion answer = toTheQuestion(conflict_, holding, failing);
    std::vector<std::string> can;
    std::vector<std::string> cannot;
    std::ranges::transform(holding, std::back_inserter(can), &ToldOutcome::called);
    std::ranges::transform(failing, std::back_inserter(cannot), &ToldOutcome::called);
    const auto told = [&](const std::string& name) {
      return std::ranges::find(answer.can, name) != answer.can.end() ||
             std::ranges::find(answer.cannot, name) != answer.cannot.end();
    };
    std::erase_if(can, told);
    std::erase_if(cannot, told);
    const std::string rest = verdictsOn(can, cannot, !answer.can.empty());
    return answer.text + (answer.text.empty() || rest.empty() ? "" : " ") + rest;
  }

  /// `“A” and “B” can hold; “C” cannot.`
  std::string verdictsOn(std::vector<std::string> can, std::vector<std::string> cannot, bool further) const {
    if (can.size() > 1 && can.front() == "Today")
      can.front() = "Things as they are today"; // no adverb at the head of a list
    if (!can.empty() && !cannot.empty() && cannot.front() == "Today")
      cannot.front() = "today";
    std::string text = can.empty() ? "" : few(can) + " can hold" + (further ? ", too" : "");
    text +=
        (can.empty() || cannot.empty() ? "" : "; ") +
        (cannot.empty() ? "" : few(cannot) + (further && can.empty() ? " cannot hold, either" : " cannot"));
    if (*brief_.holding == 0)
      text += text.empty() ? "Nothing else can hold, either" : ", nor can anything else";
    return text.empty() ? text : text + ".";
  }

  /// No other outcome has a name.
  std::string aloneInShort() const {
    const stability::Count others = *brief_.holding - (brief_.standing == Standing::holdsNot ? 0UL : 1UL);
    return words_.stateCalled() + " " + BriefWords::holds(brief_.standing) +
           (brief_.standing == Standing::byItself ? ": nobody would gain by acting alone. " : ". ") +
           (others == 0 ? std::string("Nothing else can hold")
                        : counted(Look{}, others, "other outcome") + " can hold") +
           ".";
  }

  /// Who gives way first on the way there.
  std::vector<std::string> conceding(const BriefOutcome& outcome) const {
    std::vector<std::string> names;
    if (!outcome.way || outcome.way->paths.empty())
      return names;
    const analysis::Rules rules(view_.engine);
    for (const Step& step : outcome.way->paths.front())
      if (const std::string name = words_.insideLabel(step.mover);
          isConcession(effectOf(rules, step)) && std::ranges::find(names, name) == names.end())
        names.push_back(name);
    return names;
  }

  std::string reached() const {
    std::vector<std::string> gains;
    std::string text;
    std::size_t told = 0;
    for (const BriefOutcome& outcome : brief_.outcomes) {
      if (!hasTitle(outcome.state) || !conflict_.statusQuo || words_.isToday(outcome.state))
        continue;
      const bool free = outcome.byGains.value_or(outcome.way && outcome.way->cost.concessions == 0);
      if (free)
        gains.push_back(words_.called(outcome.state));
      else if (outcome.way && ++told <= mostInShort)
        text += std::string(text.empty() ? "" : " ") + "For " + words_.called(outcome.state) +
                " somebody must give way first, for example " + BriefWords::listOf(conceding(outcome)) + ".";
    }
    if (gains.empty())
      return text;
    return "From today, steps that each pay whoever takes them can lead to " + few(gains) + "." +
           (text.empty() ? "" : " ") + text;
  }

  /// What holds today together, if that is not that nobody would gain by moving.
  std::string whileItLasts() const {
    const bool fear = brief_.standing == Standing::byFear;
    if (!brief_.isToday || (!fear && brief_.standing != Standing::byAnswers))
      return {};
    std::vector<PartyId> held;
    std::set<PartyId> answering;
    for (const BriefReason& reason : brief_.reasons) {
      if (reason.standing != brief_.standing || !reason.leavesFor || !reason.answer)
        continue;
      held.push_back(reason.party);
      for (const Step& step : *reason.answer)
        answering.insert(step.mover);
    }
    if (held.empty())
      return {};
    const std::string who = words_.parties(held, false);
    const bool one = held.size() == 1;
    std::string which = one ? "an answer that " : "answers that ";
    if (one && answering.size() == 1)
      which += (fear ? "would bring " : "would pay ") + words_.insideLabel(*answering.begin()) +
               (fear ? " no gain" : "");
    else
      which += fear ? "would not pay all who give it" : "would pay those who give it";
    if (!fear)
      return "Today can last: " + who + " would gain by acting alone, but must expect " + which + ".";
    return "Today can last, but only weakly: " + who +
           " would gain by acting alone, and may hold back for fear of " + which + ". Once " +
           (one ? "that answer is" : "those answers are") + " not believed in, today is over.";
  }

  /// How the other named outcomes hold that can: whether anybody would gain by leaving them.
  std::string theOthers() const {
    std::vector<std::string> firm;
    std::vector<std::string> left;
    for (const BriefOutcome& outcome : brief_.outcomes) {
      if (!hasTitle(outcome.state))
        continue;
      if (outcome.standing == Standing::byItself)
        firm.push_back(words_.called(outcome.state));
      else if (!outcome.reasons.empty() && outcome.standing != Standing::unknown)
        left.push_back(words_.called(outcome.state) + " " + BriefWords::holds(outcome.standing) + ", since " +
                       words_.parties(gaining(outcome), false) + " would gain by leaving it");
    }
    if (left.size() > mostInShort)
      left.resize(mostInShort);
    std::string text = firm.empty() ? "" : "Nobody would gain by leaving " + few(firm) + ".";
    if (!left.empty())
      text += (text.empty() ? "" : " ") + BriefWords::sentence(joined(left, "; "));
    return text;
  }

  static std::vector<PartyId> gaining(const BriefOutcome& outcome) {
    std::vector<PartyId> all;
    for (const BriefReason& reason : outcome.reasons)
      all.push_back(reason.party);
    return all;
  }

  /// `10 of the wishes and rules are assumed; the last section lists them.`
  std::string howMuchIsAssumed() const {
    const std::size_t without = uncitedWishes().size();
    if (without == 0 || conflict_.sources.empty())
      return {};
    return counted(without, "wish or rule", "wishes and rules") + (without == 1 ? " is" : " are") +
           " assumed, without a source; the end of this page lists " + (without == 1 ? "it" : "them") + ".";
  }

  /// Of today that does not hold: who would leave it, by which step.
  std::string whoLeaves() const {
    if (brief_.standing != Standing::holdsNot)
      return {};
    const auto leaver = std::ranges::find_if(brief_.reasons, [](const BriefReason& reason) {
      return reason.standing == Standing::holdsNot && reason.leavesFor;
    });
    if (leaver == brief_.reasons.end())
      return {};
    return words_.stateCalled() + " cannot last, because " + words_.insideLabel(leaver->party) + " would " +
           actWords(conflict_, {leaver->party, brief_.state, *leaver->leavesFor}) +
           ", and no answer of the others would take away what that brings.";
  }

  std::string restsMostOn() const {
    if (!brief_.drops)
      return {};
    const Turns& turns = brief_.turning.empty() ? brief_.shifting : brief_.turning;
    if (turns.empty())
      return {};
    return wouldIf(variantWords(*brief_.drops, turns.front().first).first,
                   stateInside() + " would " + words_.wouldHold(turns.front().second));
  }

  /// The outcome in question inside a sentence.
  std::string stateInside() const {
    return brief_.isToday ? std::string("today") : words_.called(brief_.state);
  }

  // --- the outcome in question

  BriefSection asked() const {
    BriefSection section{"The outcome in question", {}, {}};
    if (!brief_.isToday)
      section.opening = words_.doneThere(brief_.state);
    return section;
  }

  // --- what is done today

  BriefSection today() const {
    BriefSection section{"Today", {}, {}};
    if (!conflict_.statusQuo)
      return section;
    if (const std::string title = stateTitle(conflict_, *conflict_.statusQuo);
        !title.empty() && title != "status quo")
      section.opening = "The model calls it “" + title + "”.";
    for (const std::string& line : whatIsDone(conflict_, *conflict_.statusQuo))
      section.paragraphs.push_back({{}, BriefWords::sentence(line)});
    if (section.paragraphs.empty())
      section.opening += std::string(section.opening.empty() ? "" : " ") + "Nothing is done.";
    return section;
  }

  // --- what can hold

  BriefSection whatCanHold() const {
    BriefSection section{"What can hold", {}, {}};
    const auto all = view_.engine.count(view_.engine.feasible());
    if (!brief_.holding) {
      section.opening = "Which of the " + counted(Look{}, all, "outcome") +
                        " can hold is not known: the work ended before.";
      return section;
    }
    section.opening = "Of " + counted(Look{}, all, "outcome") + " that are possible, " +
                      (*brief_.holding == 0 ? std::string("none") : grouped(Look{}, *brief_.holding)) +
                      " can hold.";
    if (brief_.outcomes.empty() && brief_.standing == Standing::holdsNot && *brief_.holding == 0)
      section.opening += " From each of them somebody would go on.";
    tellMeanings(section);
    const bool itself = brief_.standing != Standing::holdsNot && brief_.standing != Standing::unknown;
    if (itself)
      section.paragraphs.push_back({words_.stateCalled(), words_.holds(brief_.standing) + "."});
    for (const BriefOutcome& outcome : brief_.outcomes)
      section.paragraphs.push_back(howItHolds(outcome));
    for (const BriefFallen& fallen : brief_.fallen)
      section.paragraphs.push_back(leaving(fallen));
    const std::size_t told = brief_.outcomes.size() + (itself ? 1 : 0);
    if (*brief_.holding > static_cast<unsigned long>(told))
      section.paragraphs.push_back({{},
                                    grouped(Look{}, *brief_.holding - static_cast<unsigned long>(told)) +
                                        " more can hold" + moreBy() + "; `stasis solve` lists them."});
    return section;
  }

  /// How many hold in each way of those that the page leaves out.
  std::array<stability::Count, 3> holdingBeside() const {
    std::array<stability::Count, 3> rest = brief_.holdingBy;
    std::vector<Standing> told{brief_.standing};
    for (const BriefOutcome& outcome : brief_.outcomes)
      told.push_back(outcome.standing);
    for (const Standing standing : told)
      if (const auto at = std::ranges::find(inOrder, standing); at != inOrder.end())
        rest[static_cast<std::size_t>(at - inOrder.begin())] -= 1;
    return rest;
  }

  /// `: 1 by itself and 68 by fear`, after the number of those left out.
  std::string moreBy() const {
    const auto rest = holdingBeside();
    const std::array words{"by themselves", "by answers", "by fear"};
    std::vector<std::string> parts;
    for (std::size_t k = 0; k < rest.size(); ++k)
      if (rest[k] != 0)
        parts.push_back(grouped(Look{}, rest[k]) + " " + (rest[k] == 1 && k == 0 ? "by itself" : words[k]));
    return parts.empty() ? "" : ": " + enumerated(parts);
  }

  /// What it means to hold in the ways shown: `By itself: nobody would gain by acting alone.`
  void tellMeanings(BriefSection& section) const {
    const auto rest = holdingBeside();
    for (const Standing standing : inOrder) {
      const bool named =
          brief_.standing == standing || rest[static_cast<std::size_t>(standing)] > 0 ||
          std::ranges::any_of(brief_.outcomes, [&](const auto& o) { return o.standing == standing; });
      if (named)
        section.paragraphs.push_back(words_.meaning(standing));
    }
    if (!section.paragraphs.empty())
      section.opening += " There are these ways to hold:";
  }

  /// Whether reasons and ways are given for outcomes without a name: where none has one.
  bool tellsUnnamed() const {
    return std::ranges::none_of(brief_.outcomes, [&](const auto& one) { return hasTitle(one.state); }) &&
           brief_.outcomes.size() <= mostUnnamed;
  }

  BriefParagraph howItHolds(const BriefOutcome& outcome) const {
    const bool named = hasTitle(outcome.state);
    BriefParagraph paragraph{words_.lead(outcome.state),
                             (named ? "" : "(" + words_.whatItIs(outcome.state) + ") ") +
                                 BriefWords::holds(outcome.standing) + "." + doneThere(outcome.state)};
    if (named || tellsUnnamed())
      for (const BriefReason& reason : outcome.reasons)
        if (reason.standing == outcome.standing)
          paragraph.points.push_back(words_.reason(reason, outcome.state));
    return paragraph;
  }

  BriefParagraph leaving(const BriefFallen& fallen) const {
    BriefParagraph paragraph{words_.lead(fallen.state), "does not hold." + doneThere(fallen.state)};
    for (const BriefReason& reason : fallen.reasons)
      if (reason.leavesFor)
        paragraph.points.push_back(words_.reason(reason, fallen.state));
    if (paragraph.points.empty())
      paragraph.points.push_back(words_.parties(fallen.leavers, true) + " would leave it.");
    else if (fallen.leavers.size() > paragraph.points.size())
      paragraph.points.push_back(std::to_string(fallen.leavers.size() - paragraph.points.size()) +
                                 " more would leave it, too.");
    return paragraph;
  }

  /// What is done there, if the state has a name only, and no label that says so.
  std::string doneThere(const Pattern& state) const {
    if (!hasTitle(state) || words_.isToday(state))
      return "";
    const std::string name = stateName(conflict_, state);
    return name == stateTitle(conflict_, state) ? " " + words_.doneThere(state) : "";
  }

  // --- why the state does or does not

  BriefSection reasons() const {
    const bool holds = brief_.standing != Standing::holdsNot;
    BriefSection section{"Why " + (brief_.isToday ? std::string("today") : words_.called(brief_.state)) +
                             (holds ? " holds" : " does not hold"),
                         {},
                         {}};
    if (brief_.standing == Standing::unknown)
      section.title = brief_.isToday ? "Whether today holds" : words_.called(brief_.state);
    section.opening += "It " + BriefWords::holds(brief_.standing) + ".";
    if (!conflict_.statusQuo && view_.engine.list(view_.engine.feasible(), 1).front() == brief_.state)
      section.opening += " The model does not say which outcome is today's; this is its first.";
    for (const auto& [parties, words] : alike()) {
      if (words.empty())
        continue;
      const BriefReason* reason = reasonOf(parties.front());
      const bool quiet = reason == nullptr || !words_.quiet(*reason).empty();
      BriefParagraph paragraph{quiet ? words_.parties(parties, true) : std::string(), words};
      cite(paragraph, parties.front());
      section.paragraphs.push_back(std::move(paragraph));
    }
    return section;
  }

  /// Parties about whom the same is said, if nothing is cited for it. Members of a family are always
  /// together.
  std::vector<std::pair<std::vector<PartyId>, std::string>> alike() const {
    std::vector<std::pair<std::vector<PartyId>, std::string>> all;
    const auto reasonWords = [&](PartyId id) {
      const BriefReason* reason = reasonOf(id);
      if (reason == nullptr)
        return std::string();
      const std::string quiet = words_.quiet(*reason);
      return quiet.empty() ? words_.reason(*reason, brief_.state) : quiet;
    };
    for (const auto& [parties, words] : toldTogether(conflict_, reasonWords)) {
      const BriefReason* reason = reasonOf(parties.front());
      const bool quiet = reason != nullptr && reason->wish == nullptr;
      const auto same = std::ranges::find(all, words, &std::pair<std::vector<PartyId>, std::string>::second);
      if (quiet && same != all.end())
        same->first.insert(same->first.end(), parties.begin(), parties.end());
      else
        all.emplace_back(parties, words);
    }
    return all;
  }

  const BriefReason* reasonOf(PartyId id) const {
    const auto found = std::ranges::find(brief_.reasons, id, &BriefReason::party);
    return found == brief_.reasons.end() ? nullptr : &*found;
  }

  /// Cites the words that say what the party wants here.
  void cite(BriefParagraph& paragraph, PartyId id) const {
    const BriefReason* reason = reasonOf(id);
    if (reason != nullptr && reason->wish != nullptr && !reason->wish->because.empty())
      quote(paragraph, &reason->wish->because.front(), whoseWish(words_.parties({id}, true)));
  }

  /// `Russia's wish`, `the countries' wish`.
  static std::string whoseWish(const std::string& name) {
    return BriefWords::inside(name) + (name.ends_with('s') ? "’ wish" : "’s wish");
  }

  std::string sourceWords(model::SourceId id) const {
    const auto& source = conflict_.source(id);
    return source.description.empty() ? source.name : source.description;
  }

  void quote(BriefParagraph& paragraph, const model::Citation* cited, const std::string& what) const {
    if (cited == nullptr)
      return;
    paragraph.quote = cited->words;
    paragraph.quoted = sourceWords(cited->source);
    paragraph.quotedFor = what;
    paragraph.speaker = view_.speaker ? view_.speaker(*cited) : std::string();
  }

  // --- how the outcomes are reached

  BriefSection ways() const {
    BriefSection section{"What can come of today", {}, {}};
    if (!conflict_.statusQuo)
      return section;
    for (const BriefOutcome& outcome : brief_.outcomes) {
      if (words_.isToday(outcome.state) || (!hasTitle(outcome.state) && !tellsUnnamed()))
        continue;
      if (BriefParagraph told = wayWords(outcome); !told.text.empty())
        section.paragraphs.push_back(std::move(told));
    }
    if (!section.paragraphs.empty())
      section.opening = "Where each step is a gain for whoever takes it, nobody has to concede; else "
                        "somebody must take a step "
                        "by which it gains nothing.";
    return section;
  }

  BriefParagraph wayWords(const BriefOutcome& outcome) const {
    BriefParagraph told{words_.lead(outcome.state), {}};
    if (outcome.barred)
      told.text = "cannot be reached from today at all.";
    else if (!outcome.way && outcome.byGains)
      told.text = *outcome.byGains
                      ? "can come about by gains alone; which steps lead there was not found in time."
                      : "cannot come about by gains alone.";
    if (!outcome.way || outcome.way->cost.length == 0 || outcome.way->paths.empty())
      return told;
    const auto& steps = outcome.way->paths.front();
    std::size_t concessions = 0;
    const analysis::Rules rules(view_.engine);
    for (const Step& step : steps) {
      const bool concedes = isConcession(effectOf(rules, step));
      concessions += concedes ? 1 : 0;
      told.points.push_back(words_.parties({step.mover}, true) + " would " + actWords(conflict_, step) +
                            (concedes ? " (a concession)." : servedBy(step) + "."));
    }
    told.text = concessions == 0 ? std::string("can come about by gains alone:")
                                 : "takes at least " + counted(concessions, "concession") +
                                       ", for example by " + BriefWords::listOf(conceding(outcome)) + ":";
    if (told.points.size() == 1) {
      told.text += " " + BriefWords::inside(told.points.front());
      told.points.clear();
    } else
      for (std::size_t k = 0; k < told.points.size(); ++k)
        told.points[k] = std::to_string(k + 1) + ". " + told.points[k];
    return told;
  }

  /// `, which serves the wish for “talks”`: the wish that makes the step a gain, if a single one does.
  std::string servedBy(const Step& step) const {
    const auto* wish = step.from.isState() && step.to.isState()
                           ? analysis::decidingStatement(conflict_, step.mover, step.to, step.from)
                           : nullptr;
    return wish == nullptr ? "" : ", which serves the wish " + words_.wishTold(wish->wanted, step.mover);
  }

  // --- what it rests on, what is assumed

  BriefSection restsOn() const {
    BriefSection section{"What would change it", {}, {}};
    if (!brief_.drops)
      return section;
    section.opening = howMuchTurns();
    for (const auto& changes : {brief_.turning, brief_.shifting}) {
      for (std::size_t k = 0; k < std::min(mostTurning, changes.size()); ++k)
        tellLeftOut(section, *brief_.drops, changes[k].first, words_.wouldHold(changes[k].second));
      if (changes.size() > mostTurning)
        section.paragraphs.push_back(
            {{}, std::to_string(changes.size() - mostTurning) + " more would do so."});
    }
    if (brief_.pairs) {
      for (std::size_t k = 0; k < std::min(mostTurning, brief_.turningPairs.size()); ++k)
        tellLeftOut(section, *brief_.pairs, brief_.turningPairs[k], withoutTwo());
      if (brief_.turningPairs.size() > mostTurning)
        section.paragraphs.push_back(
            {{}, std::to_string(brief_.turningPairs.size() - mostTurning) + " more would do so."});
    }
    return section;
  }

  BriefSection othersRestOn() const {
    BriefSection section{"What would change the other outcomes", {}, {}};
    if (!brief_.drops)
      return section;
    for (const BriefOutcome& outcome : brief_.outcomes)
      if (hasTitle(outcome.state))
        tellTurning(section, outcome.state, outcome.turning);
    for (const BriefFallen& fallen : brief_.fallen)
      tellTurning(section, fallen.state, fallen.turning);
    if (const std::string text = untouched(); !text.empty() && !section.paragraphs.empty())
      section.paragraphs.push_back({{}, text});
    if (!section.paragraphs.empty())
      section.opening = "One wish or rule at a time is given up.";
    return section;
  }

  /// The named outcomes whose verdict no single change turns, if all were tried in every way.
  std::string untouched() const {
    if (!allTried() || !triedAllWays())
      return {};
    std::vector<std::string> lasting;
    std::vector<std::string> never;
    for (const BriefOutcome& outcome : brief_.outcomes)
      if (hasTitle(outcome.state) && std::ranges::none_of(outcome.turning, [](const auto& turn) {
            return turn.second == Standing::holdsNot;
          }))
        lasting.push_back(words_.called(outcome.state));
    for (const BriefFallen& fallen : brief_.fallen)
      if (fallen.turning.empty())
        never.push_back(words_.called(fallen.state));
    const std::string nothing = "No single wish or rule given up would ";
    std::string text = lasting.empty() ? "" : nothing + "end " + few(lasting, "or") + ".";
    if (!never.empty())
      text += (text.empty() ? nothing : " None would ") + "make " + few(never, "or") + " hold.";
    return text;
  }

  bool allTried() const {
    const auto tried = [](const analysis::Robustness& answer) {
      return !answer.stopped && std::ranges::all_of(answer.outcomes, &analysis::Outcome::solved);
    };
    return tried(*brief_.drops) && (!brief_.pairs || tried(*brief_.pairs));
  }

  bool triedAllWays() const {
    return std::ranges::find(brief_.drops->concepts, model::Concept::nash) != brief_.drops->concepts.end() &&
           std::ranges::find(brief_.drops->concepts, model::Concept::gmr) != brief_.drops->concepts.end();
  }

  /// Behind `would`, where two are left out; judged by one concept.
  std::string withoutTwo() const {
    switch (brief_.standing) {
    case Standing::byItself: return "no longer hold by itself";
    case Standing::byFear: return "not hold";
    case Standing::holdsNot: return "hold by itself or by answers";
    default: return "no longer hold this way";
    }
  }

  std::string howMuchTurns() const {
    const bool tried = std::ranges::any_of(brief_.drops->outcomes, &analysis::Outcome::solved);
    if (!tried && !brief_.drops->stopped)
      return nothingToLeaveOut();
    const bool holds = brief_.standing != Standing::holdsNot;
    const std::string it = brief_.isToday ? "today" : "it";
    const std::size_t some = brief_.turning.size() + brief_.shifting.size();
    if (some > 0 && (!brief_.turning.empty() || !holds)) {
      const std::string which = some == 1 ? "One wish or rule decides. Giving it up"
                                          : "Each of these " + std::to_string(some) +
                                                " wishes and rules decides alone. Giving it up";
      return which + (holds ? " would change how " + it + " holds, or whether it does:"
                            : " would make " + it + " hold:");
    }
    const std::string none = std::string(allTried() ? "If" : "As far as it was tried, if") +
                             " any one wish or rule is given up, " + it + " still " +
                             (holds            ? "holds"
                              : triedAllWays() ? "does not hold"
                                               : "holds neither by itself nor by answers");
    if (some > 0)
      return none + (holds ? " in one way or another. " + doubted() : std::string(". ")) +
             (some == 1 ? std::string("One such change would") : "Each of these changes would") +
             " make it hold more firmly:";
    if (!brief_.turningPairs.empty())
      return none + "; with two given up together, that can change:";
    if (!brief_.pairs || !allTried())
      return none + ".";
    return none + (holds ? "; giving up any two does not change that."
                         : "; giving up any two does not make it hold by itself or by answers.");
  }

  /// What ends it without any change of wishes: ` Doubt in the answers that are feared would end it. `
  std::string doubted() const {
    return brief_.standing == Standing::byFear ? "What would end it without any such change is that the "
                                                 "answer that is feared is no longer believed in. "
                                               : "";
  }

  std::string nothingToLeaveOut() const {
    const bool ranked = std::ranges::any_of(conflict_.parties, [](const auto& party) {
      return std::holds_alternative<model::Ranking>(party.preference);
    });
    return ranked ? "The model says only which outcomes each party likes better, not why, so no "
                    "single wish can be left out to see what hangs on it."
                  : "The model has no wish and no rule that could be given up.";
  }

  /// Behind `if`: what a variant leaves out, and the first words cited for one of them.
  std::pair<std::string, const model::Citation*> variantWords(const analysis::Robustness& answer,
                                                              std::size_t variant) const {
    const ChangeWords words(conflict_, answer.preferences, &view_.source);
    const model::Citation* cited = nullptr;
    for (const auto& change : answer.variants[variant]) {
      const auto because = words.because(change);
      cited = cited == nullptr && !because.empty() ? because.front() : cited;
    }
    return {variantInWords(conflict_, answer.preferences, &view_.source, answer.variants[variant]), cited};
  }

  /// What the words cited say: that the wish is there, not that it may be given up.
  static std::string givenUp(const analysis::Robustness& answer, std::size_t variant) {
    return answer.variants[variant].front().kind == ChangeKind::allow ? "the rule itself" : "the wish itself";
  }

  void tellLeftOut(BriefSection& section, const analysis::Robustness& answer, std::size_t variant,
                   const std::string& becomes) const {
    const auto [lines, cited] = variantWords(answer, variant);
    BriefParagraph paragraph{{}, wouldIf(lines, stateInside() + " would " + becomes)};
    quote(paragraph, cited, givenUp(answer, variant));
    section.paragraphs.push_back(std::move(paragraph));
  }

  /// What would turn another outcome: one sentence for each.
  void tellTurning(BriefSection& section, const Pattern& state, const Turns& turning) const {
    BriefParagraph paragraph{words_.lead(state) + ":", {}};
    std::size_t more = 0;
    const model::Citation* only = nullptr;
    std::string onlyWhat;
    for (const Standing standing :
         {Standing::holdsNot, Standing::byFear, Standing::byAnswers, Standing::byItself, Standing::unknown})
      for (const auto& [v, then] : turning) {
        if (then != standing)
          continue;
        if (paragraph.points.size() == mostTurningOthers) {
          ++more;
          continue;
        }
        const auto [lines, cited] = variantWords(*brief_.drops, v);
        only = cited;
        onlyWhat = givenUp(*brief_.drops, v);
        paragraph.points.push_back(wouldIf(lines, "it would " + (standing == Standing::unknown
                                                                     ? std::string("no longer hold this way")
                                                                     : words_.wouldHold(standing))));
      }
    if (paragraph.points.empty())
      return;
    if (more > 0)
      paragraph.points.push_back(std::to_string(more) + " more would change it.");
    if (paragraph.points.size() == 1) {
      paragraph.text = paragraph.points.front();
      paragraph.points.clear();
      quote(paragraph, only, onlyWhat);
    }
    section.paragraphs.push_back(std::move(paragraph));
  }

  std::vector<const evidence::Uncited*> uncitedWishes() const {
    std::vector<const evidence::Uncited*> wishes;
    for (const auto& one : view_.coverage.uncited)
      if (one.kind == evidence::Citable::statement || one.kind == evidence::Citable::weight ||
          one.kind == evidence::Citable::constraint)
        wishes.push_back(&one);
    return wishes;
  }

  BriefSection assumed() const {
    BriefSection section{"What is assumed", {}, {}};
    const std::vector<const evidence::Uncited*> wishes = uncitedWishes();
    if (conflict_.sources.empty()) {
      section.opening = "No wish, ranking or rule is tied to a quoted passage: all are the analyst's.";
      return section;
    }
    if (wishes.empty()) {
      section.opening = "Every wish and every rule has its source.";
      return section;
    }
    section.opening = counted(wishes.size(), "wish or rule", "wishes and rules") +
                      (wishes.size() == 1 ? " has" : " have") + " no source and " +
                      (wishes.size() == 1 ? "is" : "are") + " the analyst's own:";
    std::vector<std::pair<std::string, std::vector<std::string>>> groups; // whose, and what
    for (std::size_t i = 0; i < std::min(mostAssumed, wishes.size()); ++i) {
      const std::string whose = wishes[i]->kind == evidence::Citable::constraint
                                    ? std::string("Rules:")
                                    : wisherWords(conflict_, wishes[i]->party, wishes[i]->range) + ":";
      if (groups.empty() || groups.back().first != whose)
        groups.push_back({whose, {}});
      groups.back().second.push_back(assumedWords(*wishes[i]));
    }
    for (const auto& [whose, what] : groups)
      section.paragraphs.push_back({whose, joined(what, "; ") + "."});
    if (wishes.size() > mostAssumed)
      section.paragraphs.push_back(
          {{},
           std::to_string(wishes.size() - mostAssumed) + " more; `stasis check --coverage` lists them.",
           {},
           {}});
    return section;
  }

  std::string assumedWords(const evidence::Uncited& one) const {
    if (one.kind == evidence::Citable::constraint) {
      const auto found = std::ranges::find(conflict_.constraints, one.range, &model::Constraint::range);
      return found == conflict_.constraints.end() ? marked(one.words)
                                                  : constraintInWords(conflict_, found->holds);
    }
    const auto& preference = conflict_.party(one.party).preference;
    if (const auto* said = std::get_if<model::Prioritised>(&preference))
      for (const auto& tier : said->tiers)
        for (const auto& statement : tier)
          if (statement.range == one.range)
            return wishInWords(conflict_, statement.wanted, one.party);
    if (const auto* weights = std::get_if<model::Weights>(&preference))
      for (const auto& weight : weights->weights)
        if (weight.range == one.range)
          return "how much it values " + conditionInWords(conflict_, weight.wanted, one.party);
    return marked(one.words);
  }

  BriefSection missing() const {
    BriefSection section{"What is left out", "Some of this did not fit:", {}};
    for (const std::string& one : brief_.missing)
      section.paragraphs.push_back({{}, one + "."});
    return section;
  }

  const BriefView& view_;
  const analysis::Brief& brief_;
  const model::Conflict& conflict_;
  BriefWords words_;
};

} // namespace

BriefStory briefStory(const BriefView& view) { return Story(view).story(); }

} // namespace stasis::report
