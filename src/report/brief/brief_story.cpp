#include "model/wishes.h"
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
#include <functional>
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

// How much of each kind is told on one page; `BriefView::all` tells the rest, too.
constexpr std::size_t mostTurning = 3;
constexpr std::size_t mostTurningOthers = 1;
constexpr std::size_t mostLeaving = 1; ///< of the parties that would leave another outcome
constexpr std::size_t mostFallen = 4;
constexpr std::size_t mostLacks = 1; ///< groups of parties that want the same
constexpr std::size_t mostAssumed = 6;
constexpr std::size_t mostRules = 2;
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
    add(BriefPart::reasons, reasons());
    add(BriefPart::others, others());
    add(BriefPart::assumed, assumed());
    if (countsOnly_)
      story.sections.back().paragraphs.push_back(
          {{}, "What is only counted here is told by `" + view_.tellsAll + "`."});
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
          p.quoted.clear();
        before = source;
      }
  }

  // --- in short: the outcomes that have a name, in a few sentences

  BriefSection inShort() const {
    BriefSection section{"In short", {}, {}};
    if (!brief_.holding || brief_.standing == Standing::unknown)
      return section;
    section.opening = verdicts();
    section.paragraphs.push_back({{}, howMany()});
    section.paragraphs.push_back({{}, meanings()});
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

  /// `Of 1,824 outcomes that are possible, 76 can hold: 2 by themselves and 74 by fear.`
  std::string howMany() const {
    const auto all = view_.engine.count(view_.engine.feasible());
    std::string text = "Of " + counted(Look{}, all, "outcome") + ", " +
                       (*brief_.holding == 0 ? std::string("none") : grouped(Look{}, *brief_.holding)) +
                       " can hold";
    if (*brief_.holding == 0)
      return text + ". From each of them somebody would go on.";
    const std::size_t told = brief_.outcomes.size() + (brief_.standing == Standing::holdsNot ? 0 : 1);
    const std::array words{"by themselves", "by answers", "by fear"};
    std::vector<std::string> parts;
    for (std::size_t k = 0; k < words.size(); ++k)
      if (brief_.holdingBy[k] != 0)
        parts.push_back(grouped(Look{}, brief_.holdingBy[k]) + " " +
                        (brief_.holdingBy[k] == 1 && k == 0 ? "by itself" : words[k]));
    if (*brief_.holding == 1)
      return text + ", " + parts.front().substr(2) + (told == 0 ? " (`stasis solve`)." : ".");
    return text +
           (parts.size() == 1 && *brief_.holding > 1
                ? ", all " + parts.front().substr(parts.front().find(' ') + 1)
                : ": " + joined(parts, ", ")) +
           (*brief_.holding > static_cast<unsigned long>(told) ? " (`stasis solve`)." : ".");
  }

  /// What it means to hold in each way in which something can, and not to hold.
  std::string meanings() const {
    std::string all;
    bool answers = false;
    for (const Standing standing : inOrder)
      if (brief_.holdingBy[static_cast<std::size_t>(standing)] != 0) {
        all += (all.empty() ? "" : " ") + words_.meaning(standing, !answers);
        answers = answers || standing != Standing::byItself;
      }
    const bool fails = brief_.standing == Standing::holdsNot || !brief_.fallen.empty();
    return all + (fails ? (all.empty() ? "" : " ") + words_.meaning(Standing::holdsNot, true) : "");
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
      section.title = "Today, called “" + title + "”";
    for (const std::string& line : whatIsDone(conflict_, *conflict_.statusQuo))
      section.paragraphs.push_back({{}, BriefWords::sentence(line)});
    if (section.paragraphs.empty())
      section.opening = "Nothing is done.";
    return section;
  }

  // --- the other outcomes: how each holds, how it comes about, what would change it

  BriefSection others() const {
    BriefSection section{
        conflict_.statusQuo || !brief_.isToday ? "The other outcomes" : "The outcomes", {}, {}};
    if (!brief_.holding) {
      section.opening = "Which of the " +
                        counted(Look{}, view_.engine.count(view_.engine.feasible()), "outcome") +
                        " can hold is not known: the work ended before.";
      return section;
    }
    for (const BriefOutcome& outcome : brief_.outcomes)
      section.paragraphs.push_back(howItHolds(outcome));
    for (std::size_t k = 0; k < brief_.fallen.size() && k < atMost(mostFallen); ++k)
      section.paragraphs.push_back(leaving(brief_.fallen[k]));
    if (brief_.fallen.size() > atMost(mostFallen))
      section.paragraphs.push_back(
          {{},
           counted(brief_.fallen.size() - mostFallen, "more outcome with a name does not hold",
                   "more outcomes with a name do not hold") +
               tellingAll()});
    if (std::ranges::any_of(brief_.outcomes,
                            [&](const auto& o) { return tellsWay(o) && !wayWords(o).empty(); }))
      section.opening = "By gains alone: each step from today pays whoever takes it; a concession does not.";
    return section;
  }

  std::size_t atMost(std::size_t usual) const { return view_.all ? std::size_t{1} << 20 : usual; }

  /// After a number of what is not told.
  std::string counting() const {
    countsOnly_ = true;
    return ".";
  }

  /// The command that tells what the page only counts.
  std::string tellingAll() const {
    countsOnly_ = false;
    return " (`" + view_.tellsAll + "`).";
  }

  /// Whether reasons and ways are given for outcomes without a name: where none has one.
  bool tellsUnnamed() const {
    return view_.all ||
           (std::ranges::none_of(brief_.outcomes, [&](const auto& one) { return hasTitle(one.state); }) &&
            brief_.outcomes.size() <= mostUnnamed);
  }

  BriefParagraph howItHolds(const BriefOutcome& outcome) const {
    const bool named = hasTitle(outcome.state);
    BriefParagraph paragraph{words_.lead(outcome.state),
                             (named ? "" : "(" + words_.whatItIs(outcome.state) + ") ") +
                                 BriefWords::holds(outcome.standing) + "." + doneThere(outcome.state)};
    if (!named && !tellsUnnamed())
      return paragraph;
    std::vector<const BriefReason*> reasons;
    for (const BriefReason& reason : outcome.reasons)
      if (reason.standing == outcome.standing)
        reasons.push_back(&reason);
    tellReasons(paragraph, reasons, outcome.state, outcome.reasons.size());
    paragraph.text += lacksWords(outcome.lacks, true);
    tellTurning(
        paragraph, outcome.turning,
        outcome.standing != Standing::unknown &&
                std::ranges::none_of(outcome.turning,
                                     [](const auto& turn) { return turn.second == Standing::holdsNot; })
            ? "end it"
            : "",
        reasons);
    if (tellsWay(outcome))
      if (const std::string way = wayWords(outcome); !way.empty())
        paragraph.text += " " + way;
    return paragraph;
  }

  bool tellsWay(const BriefOutcome& outcome) const {
    return conflict_.statusQuo && !words_.isToday(outcome.state) &&
           (hasTitle(outcome.state) || tellsUnnamed());
  }

  BriefParagraph leaving(const BriefFallen& fallen) const {
    BriefParagraph paragraph{words_.lead(fallen.state), "does not hold." + doneThere(fallen.state)};
    std::vector<const BriefReason*> reasons;
    for (const BriefReason& reason : fallen.reasons)
      if (reason.leavesFor)
        reasons.push_back(&reason);
    if (reasons.empty())
      paragraph.text += " " + words_.parties(fallen.leavers, true) + " would leave it.";
    else
      tellReasons(paragraph, reasons, fallen.state, fallen.leavers.size());
    tellTurning(paragraph, fallen.turning, fallen.turning.empty() ? "make it hold" : "", reasons);
    return paragraph;
  }

  /// The first reasons, of `all` parties that would gain by leaving.
  void tellReasons(BriefParagraph& paragraph, const std::vector<const BriefReason*>& reasons,
                   const Pattern& state, std::size_t all) const {
    const std::size_t told = std::min(reasons.size(), atMost(mostLeaving));
    for (std::size_t k = 0; k < told; ++k)
      paragraph.text += " " + words_.reason(*reasons[k], state);
    if (told > 0 && all > told)
      paragraph.text +=
          " " + counted(all - told, "other party", "other parties") + " would gain by leaving it, too.";
    if (view_.all && told == 1 && reasons[0]->wish != nullptr && !reasons[0]->wish->because.empty())
      quote(paragraph, reasons[0]->wish->because.front(), reasons[0]->party);
  }

  /// ` Russia and Ukraine would like to have “settlement”, but none of them can bring that about alone.`
  std::string lacksWords(const std::vector<analysis::BriefLack>& lacks, bool inShort) const {
    std::vector<std::pair<std::vector<PartyId>, std::vector<const analysis::BriefLack*>>> groups;
    for (const auto& lack : lacks) {
      const auto same = std::ranges::find_if(groups, [&](const auto& group) {
        return words_.lack(*group.second.front(), false) == words_.lack(lack, false);
      });
      if (same == groups.end())
        groups.push_back({{lack.party}, {&lack}});
      else
        same->first.push_back(lack.party);
    }
    std::ranges::stable_sort(groups, std::greater{}, [](const auto& group) { return group.first.size(); });
    std::string text;
    for (std::size_t k = 0; k < groups.size() && k < atMost(mostLacks); ++k)
      text += " " +
              (inShort && !view_.all && groups[k].first.size() > 2
                   ? std::to_string(groups[k].first.size()) + " parties"
                   : words_.parties(groups[k].first, true)) +
              " " + words_.lack(*groups[k].second.front(), groups[k].first.size() > 1) + ".";
    return text;
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
    section.opening = "It " + BriefWords::holds(brief_.standing) + whileItLasts() + ".";
    if (!conflict_.statusQuo && view_.engine.list(view_.engine.feasible(), 1).front() == brief_.state)
      section.opening += " The model does not say which outcome is today's; this is its first.";
    bool toldLacks = false;
    for (const auto& [parties, words] : alike()) {
      if (words.empty())
        continue;
      const BriefReason* reason = reasonOf(parties.front());
      const bool quiet = reason == nullptr || !words_.quiet(*reason).empty();
      const bool rest = quiet && parties.size() > 2 &&
                        parties.size() + acting() == conflict_.parties.size() && reason != nullptr &&
                        reason->canMove && acting() > 0;
      BriefParagraph paragraph{
          quiet && !rest ? words_.parties(parties, true) : std::string(),
          rest ? "Nobody else would gain anything by acting alone" + words_.named("Nash") + "." : words};
      if (quiet && reason != nullptr && reason->canMove && !toldLacks) {
        paragraph.text += lacksWords(brief_.lacks, false);
        toldLacks = true;
      }
      cite(paragraph, parties.front());
      section.paragraphs.push_back(std::move(paragraph));
    }
    tellWhatWouldChange(section);
    return section;
  }

  /// What ends it without any change of wishes.
  std::string whileItLasts() const {
    if (brief_.standing != Standing::byFear)
      return {};
    std::vector<PartyId> held;
    for (const BriefReason& reason : brief_.reasons)
      if (reason.standing == brief_.standing && reason.leavesFor && reason.answer)
        held.push_back(reason.party);
    if (held.empty())
      return {};
    return std::string(": once the ") + (held.size() == 1 ? "answer" : "answers") + " that " +
           words_.parties(held, false) + " may fear " + (held.size() == 1 ? "is" : "are") +
           " not believed in, it is over";
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

  /// How many parties would gain by acting alone.
  std::size_t acting() const {
    return static_cast<std::size_t>(
        std::ranges::count_if(brief_.reasons, [](const BriefReason& r) { return r.leavesFor.has_value(); }));
  }

  const BriefReason* reasonOf(PartyId id) const {
    const auto found = std::ranges::find(brief_.reasons, id, &BriefReason::party);
    return found == brief_.reasons.end() ? nullptr : &*found;
  }

  /// Cites the words that say what the party wants here.
  void cite(BriefParagraph& paragraph, PartyId id) const {
    const BriefReason* reason = reasonOf(id);
    if (reason != nullptr && reason->wish != nullptr && !reason->wish->because.empty())
      quote(paragraph, reason->wish->because.front(), id);
  }

  /// `Russia's wish`, `the countries' wish`.
  std::string whoseWish(PartyId id) const {
    const std::string name = words_.parties({id}, false);
    return name + (name.ends_with('s') ? "’ wish" : "’s wish");
  }

  std::string sourceWords(model::SourceId id) const {
    const auto& source = conflict_.source(id);
    return source.description.empty() ? source.name : source.description;
  }

  void quote(BriefParagraph& paragraph, const model::Citation& cited, PartyId whose) const {
    paragraph.quote = cited.words;
    paragraph.quoted = sourceWords(cited.source);
    paragraph.quotedFor = whoseWish(whose);
    paragraph.speaker = view_.speaker ? view_.speaker(cited) : std::string();
  }

  // --- how an outcome comes about

  std::string wayWords(const BriefOutcome& outcome) const {
    if (outcome.barred)
      return "From today it cannot be reached at all.";
    if (!outcome.way && outcome.byGains)
      return *outcome.byGains ? "From today by gains alone; which steps lead there was not found in time."
                              : "From today it cannot come about by gains alone.";
    if (!outcome.way || outcome.way->cost.length == 0 || outcome.way->paths.empty())
      return {};
    const auto& steps = outcome.way->paths.front();
    std::size_t concessions = 0;
    const analysis::Rules rules(view_.engine);
    std::string told;
    for (const Step& step : steps) {
      const bool concedes = isConcession(effectOf(rules, step));
      concessions += concedes ? 1 : 0;
      told += std::string(told.empty() ? "" : "; then ") + words_.insideLabel(step.mover) + " would " +
              actWords(conflict_, step) +
              (concedes                         ? " (a concession)"
               : view_.all || steps.size() == 1 ? servedBy(step)
                                                : "");
    }
    if (concessions == 0)
      return "From today by gains alone: " + told + ".";
    return "From today it takes at least " + counted(concessions, "concession") + ": " + told + ".";
  }

  /// ` to have “talks”`: the wish that makes the step a gain, if a single one does; empty if it is only that
  /// the step is made.
  std::string servedBy(const Step& step) const {
    const auto* wish = step.from.isState() && step.to.isState()
                           ? analysis::decidingStatement(conflict_, step.mover, step.to, step.from)
                           : nullptr;
    return wish == nullptr ? "" : words_.aim(wish->wanted, step);
  }

  // --- what it rests on, what is assumed

  void tellWhatWouldChange(BriefSection& section) const {
    if (!brief_.drops)
      return;
    const std::string all = howMuchTurns();
    BriefParagraph paragraph{"What would change it:", {}};
    std::vector<std::string>& points = paragraph.points;
    std::size_t more = 0;
    const auto tell = [&](const analysis::Robustness& answer, std::size_t variant,
                          const std::string& becomes) {
      if (points.size() >= atMost(mostTurning))
        ++more;
      else
        points.push_back(turn(answer, variant, stateInside(), becomes, nullptr));
    };
    for (const auto& changes : {brief_.turning, brief_.shifting})
      for (const auto& [variant, then] : changes)
        tell(*brief_.drops, variant, words_.wouldHold(then));
    if (brief_.pairs)
      for (const std::size_t variant : brief_.turningPairs)
        tell(*brief_.pairs, variant, withoutTwo());
    if (more > 0)
      points.push_back(std::to_string(more) + " more would change it, too" + counting());
    if (points.size() == 1) {
      paragraph.text = brief_.turningPairs.empty() ? points.front() + (all.empty() ? "" : " " + all)
                                                   : all + " " + points.front();
      points.clear();
    } else {
      paragraph.text = all;
    }
    if (!paragraph.text.empty() || !points.empty())
      section.paragraphs.push_back(std::move(paragraph));
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

  /// After `would`, where two are left out; judged by one concept.
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
    const bool allKnown = allTried() && triedAllWays();
    if (some == 1)
      return allKnown ? "No other wish or rule, given up alone, would change how it " +
                            std::string(holds ? "holds." : "stands.")
                      : "";
    if (some > 1)
      return std::to_string(some) + " wishes or rules, each given up alone, would change " +
             (holds ? "how " + it + " holds" : "that") + ":";
    const std::string none = std::string(allTried() ? "If" : "As far as it was tried, if") +
                             " any one wish or rule is given up, " + it + " still " +
                             (holds            ? "holds"
                              : triedAllWays() ? "does not hold"
                                               : "holds neither by itself nor by answers");
    if (!brief_.turningPairs.empty())
      return none + "; with two given up together, that can change.";
    if (!brief_.pairs || !allTried())
      return none + ".";
    return none + (holds ? "; giving up any two does not change that."
                         : "; giving up any two does not make it hold by itself or by answers.");
  }

  std::string nothingToLeaveOut() const {
    const bool ranked = std::ranges::any_of(conflict_.parties, [](const auto& party) {
      return std::holds_alternative<model::Ranking>(party.preference);
    });
    return ranked ? "The model says only which outcomes each party likes better, not why, so no "
                    "single wish can be left out to see what hangs on it."
                  : "The model has no wish and no rule that could be given up.";
  }

  /// After `if`: what a variant leaves out.
  std::string variantWords(const analysis::Robustness& answer, std::size_t variant) const {
    return variantInWords(conflict_, answer.preferences, &view_.source, answer.variants[variant]);
  }

  /// The same, `Without that wish …` if it is the wish that was told just before.
  std::string turn(const analysis::Robustness& answer, std::size_t variant, const std::string& what,
                   const std::string& becomes, const BriefReason* before) const {
    if (before != nullptr && leavesOut(answer, variant, *before))
      return "Without that wish " + what + " would " + becomes + ".";
    return wouldIf(variantWords(answer, variant), what + " would " + becomes);
  }

  /// Whether the variant leaves out the wish of this reason, and nothing else.
  bool leavesOut(const analysis::Robustness& answer, std::size_t variant, const BriefReason& reason) const {
    const auto& changes = answer.variants[variant];
    if (reason.wish == nullptr || changes.size() != 1 || changes.front().kind != ChangeKind::drop ||
        changes.front().first.size() != 1 ||
        answer.preferences[changes.front().where].parties != std::vector{reason.party})
      return false;
    bool same = false;
    std::size_t at = 0;
    model::eachWish(conflict_.party(reason.party).preference, [&](const auto&, const model::Range& range) {
      same = same || (at++ == changes.front().first.front() && range == reason.wish->range);
    });
    return same;
  }

  /// What would turn another outcome. `none`: what no wish or rule would do that is given up alone.
  void tellTurning(BriefParagraph& paragraph, const Turns& turning, const std::string& none,
                   const std::vector<const BriefReason*>& reasons) const {
    const BriefReason* before = reasons.size() == 1 ? reasons.front() : nullptr;
    if (!brief_.drops)
      return;
    std::string text;
    std::size_t told = 0;
    for (const Standing standing :
         {Standing::holdsNot, Standing::byFear, Standing::byAnswers, Standing::byItself, Standing::unknown})
      for (const auto& [v, then] : turning)
        if (then == standing && told++ < atMost(mostTurningOthers))
          text += std::string(text.empty() ? "" : " ") + turn(*brief_.drops, v, "it",
                                                              standing == Standing::unknown
                                                                  ? std::string("no longer hold this way")
                                                                  : words_.wouldHold(standing),
                                                              before);
    if (told > atMost(mostTurningOthers))
      text += " " + std::to_string(told - mostTurningOthers) + " more would change it, too" + counting();
    const bool tried = std::ranges::any_of(brief_.drops->outcomes, &analysis::Outcome::solved);
    if (!none.empty() && tried && allTried() && triedAllWays())
      text += std::string(text.empty() ? "" : " ") + "No wish or rule given up alone would " + none + ".";
    if (!text.empty())
      paragraph.text += " " + text;
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
                      (wishes.size() == 1 ? " is" : " are") + " assumed, without a source" +
                      whetherItTurns() + ".";
    std::vector<std::pair<std::string, std::vector<std::string>>> groups; // what, and whose
    for (const auto* one : wishes) {
      const bool rule = one->kind == evidence::Citable::constraint;
      const std::string what = assumedWords(*one);
      const std::string whose =
          rule ? std::string() : BriefWords::inside(wisherWords(conflict_, one->party, one->range));
      const auto same =
          std::ranges::find(groups, what, &std::pair<std::string, std::vector<std::string>>::first);
      if (same == groups.end())
        groups.push_back({what, {whose}});
      else if (!whose.empty())
        same->second.push_back(whose);
    }
    const auto isRule = [](const auto& group) { return group.second.front().empty(); };
    const auto rules = static_cast<std::size_t>(std::ranges::count_if(groups, isRule));
    const std::size_t most = atMost(mostAssumed);
    std::vector<std::string> toldWishes;
    std::vector<std::string> toldRules;
    for (const auto& group : groups)
      if (isRule(group) && (view_.all || rules <= mostRules))
        toldRules.push_back(group.first);
      else if (!isRule(group) && toldWishes.size() < most)
        toldWishes.push_back(joined(group.second, ", ") + ": " + group.first);
    if (!toldWishes.empty())
      section.paragraphs.push_back({"Wishes:", joined(toldWishes, "; ") + "."});
    if (!toldRules.empty())
      section.paragraphs.push_back({"Rules:", joined(toldRules, "; ") + "."});
    const std::size_t more = groups.size() - rules - toldWishes.size();
    const std::size_t moreRules = rules - toldRules.size();
    std::vector<std::string> rest;
    if (more > 0)
      rest.push_back(counted(more, "more wish", "more wishes"));
    if (moreRules > 0)
      rest.push_back(counted(moreRules, "rule", "rules"));
    if (!rest.empty())
      section.paragraphs.push_back({{}, "And " + enumerated(rest) + tellingAll()});
    return section;
  }

  /// Whether one of what is assumed turns a verdict told above.
  std::string whetherItTurns() const {
    if (!brief_.drops || !allTried() || !triedAllWays())
      return {};
    std::set<std::size_t> turning;
    const auto add = [&](const Turns& turns) {
      for (const auto& turn : turns)
        turning.insert(turn.first);
    };
    add(brief_.turning);
    add(brief_.shifting);
    for (const auto& outcome : brief_.outcomes)
      add(outcome.turning);
    for (const auto& fallen : brief_.fallen)
      add(fallen.turning);
    const ChangeWords words(conflict_, brief_.drops->preferences, &view_.source);
    const auto assumed = std::ranges::count_if(turning, [&](std::size_t variant) {
      return std::ranges::all_of(brief_.drops->variants[variant],
                                 [&](const Change& change) { return words.because(change).empty(); });
    });
    return assumed == 0 ? ". None of them alone changes a verdict above"
                        : ". " + std::to_string(assumed) + " of them, given up alone, would change " +
                              (assumed == 1 ? "a verdict above" : "verdicts above");
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
  mutable bool countsOnly_ = false; ///< whether something was counted, and no command named behind it
};

} // namespace

BriefStory briefStory(const BriefView& view) { return Story(view).story(); }

} // namespace stasis::report
