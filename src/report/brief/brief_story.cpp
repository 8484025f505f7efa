#include "language/words/expression_text.h"
#include "report/brief/brief.h"
#include "report/explain/deterrence_words.h"
#include "report/robust/change_words.h"
#include "report/telling/numbers.h"
#include "report/telling/outcome_name.h"
#include "report/telling/party_words.h"
#include "report/telling/path_words.h"
#include "report/telling/state_words.h"

#include <algorithm>

namespace stasis::report {

using analysis::BriefOutcome;
using analysis::BriefReason;
using analysis::Standing;
using analysis::Step;
using model::PartyId;
using model::Pattern;

namespace {

constexpr std::size_t mostTurning = 4;
constexpr std::size_t mostAssumed = 8;

class Story {
public:
  explicit Story(const BriefView& view)
      : view_(view), brief_(view.brief), conflict_(view.engine.conflict()) {}

  BriefStory story() {
    BriefStory story{conflict_.title, conflict_.about, {}};
    story.sections.push_back(whatCanHold());
    story.sections.push_back(reasons());
    story.sections.push_back(ways());
    story.sections.push_back(restsOn());
    story.sections.push_back(assumed());
    if (!brief_.missing.empty())
      story.sections.push_back(missing());
    std::erase_if(story.sections,
                  [](const BriefSection& s) { return s.opening.empty() && s.paragraphs.empty(); });
    return story;
  }

private:
  std::string called(const Pattern& state) const {
    return "“" + outcomeName(conflict_, state, Called::label) + "”";
  }

  // --- what can hold

  BriefSection whatCanHold() {
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
    const bool itself = brief_.standing != Standing::holdsNot && brief_.standing != Standing::unknown;
    if (itself)
      section.paragraphs.push_back({stateCalled(), standingWords(brief_.standing), {}, {}});
    for (const BriefOutcome& outcome : brief_.outcomes)
      section.paragraphs.push_back(
          {called(outcome.state), standingWords(outcome.standing) + whatIsDoneThere(outcome.state), {}, {}});
    for (const auto& fallen : brief_.fallen)
      section.paragraphs.push_back(
          {called(fallen.state),
           "does not hold: " + leaverWords(fallen) + " would leave it." + whatIsDoneThere(fallen.state),
           {},
           {}});
    const std::size_t told = brief_.outcomes.size() + (itself ? 1 : 0);
    if (*brief_.holding > static_cast<unsigned long>(told))
      section.paragraphs.push_back({{},
                                    grouped(Look{}, *brief_.holding - static_cast<unsigned long>(told)) +
                                        " more can hold; `stasis solve` lists them.",
                                    {},
                                    {}});
    return section;
  }

  std::string leaverWords(const analysis::BriefFallen& fallen) const {
    return partyList(fallen.leavers, false);
  }

  /// `the countries that met` inside a sentence, for `The countries that met`.
  static std::string inside(std::string label) {
    if (label.starts_with("The "))
      label.front() = 't';
    return label;
  }

  /// `A, B and C`; between semicolons where one of them has a comma or an `and` of its own.
  static std::string listOf(const std::vector<std::string>& names) {
    const bool parted = std::ranges::any_of(names, [](const std::string& name) {
      return name.find(", ") != std::string::npos || name.find(" and ") != std::string::npos;
    });
    if (!parted || names.size() < 2)
      return enumerated(names);
    return joined({names.begin(), names.end() - 1}, "; ") + "; and " + names.back();
  }

  /// Parties at the beginning of a sentence, or inside it.
  std::string partyList(const std::vector<PartyId>& parties, bool begins) const {
    std::vector<std::string> names = partiesWords(conflict_, parties);
    for (std::size_t i = begins ? 1 : 0; i < names.size(); ++i)
      names[i] = inside(std::move(names[i]));
    return listOf(names);
  }

  std::string standingWords(Standing standing) const {
    switch (standing) {
    case Standing::byItself:
      return "holds by itself: nobody would gain by acting alone" + named("Nash") + ".";
    case Standing::byAnswers:
      return "holds by answers: whoever gained by acting alone would lose that again, since others would "
             "gain "
             "by answering" +
             named("SEQ") + ".";
    case Standing::byFear:
      return "holds by fear only: somebody would gain by acting alone, and is held back only by answers "
             "that would not pay all who give them" +
             named("GMR") + ".";
    case Standing::holdsNot:
      return "does not hold: somebody would gain by leaving it, and no answer takes that gain away.";
    case Standing::unknown: return "may hold or not: the work ended before.";
    }
    return {};
  }

  std::string named(std::string_view concept_) const {
    return view_.concepts ? " (" + std::string(concept_) + ")" : "";
  }

  /// What is done there, if the state's name is a title that does not say so.
  std::string whatIsDoneThere(const Pattern& state) const {
    return stateTitle(conflict_, state).empty() ? "" : " " + sentence(inWords(conflict_, state));
  }

  static std::string sentence(std::string words) {
    if (!words.empty() && words[0] >= 'a' && words[0] <= 'z')
      words[0] = static_cast<char>(words[0] - 'a' + 'A');
    return words + ".";
  }

  // --- why the state does or does not

  std::string stateCalled() const { return brief_.isToday ? std::string("Today") : called(brief_.state); }

  BriefSection reasons() {
    const bool holds = brief_.standing != Standing::holdsNot;
    BriefSection section{"Why " + (brief_.isToday ? std::string("today") : stateCalled()) +
                             (holds ? " holds" : " does not hold"),
                         {},
                         {}};
    if (brief_.standing == Standing::unknown)
      section.title = brief_.isToday ? "Today" : called(brief_.state);
    const std::string done = inWords(conflict_, brief_.state);
    if (brief_.isToday || called(brief_.state) != "“" + done + "”")
      section.opening = stateCalled() + ": " + done + ". ";
    section.opening += "It " + standingWords(brief_.standing);
    if (!conflict_.statusQuo && view_.engine.list(view_.engine.feasible(), 1).front() == brief_.state)
      section.opening += " The model does not say which outcome is today's; this is its first.";
    for (const auto& [parties, words] : alike()) {
      if (words.empty())
        continue;
      BriefParagraph paragraph{partyList(parties, true), words, {}, {}};
      cite(paragraph, parties.front());
      section.paragraphs.push_back(std::move(paragraph));
    }
    return section;
  }

  /// Parties about whom the same is said, if nothing is cited for it. Members of a family are always
  /// together.
  std::vector<std::pair<std::vector<PartyId>, std::string>> alike() const {
    std::vector<std::pair<std::vector<PartyId>, std::string>> all;
    for (const auto& [parties, words] :
         toldTogether(conflict_, [&](PartyId id) { return reasonWords(id); })) {
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

  std::string reasonWords(PartyId id) const {
    const BriefReason* reason = reasonOf(id);
    if (reason == nullptr)
      return {};
    if (!reason->canMove)
      return "can change nothing here.";
    if (!reason->leavesFor)
      return "would gain nothing by acting alone" + named("Nash") + ".";
    const std::string act = actWords(conflict_, {id, brief_.state, *reason->leavesFor});
    if (reason->standing == Standing::holdsNot)
      return "would " + act + ", and no answer that others would gain by giving takes the gain away.";
    const std::string answer = reason->answer ? answerWords(*reason->answer) : std::string("the others");
    const bool oneActs = reason->answer && std::ranges::all_of(*reason->answer, [&](const Step& step) {
                           return step.mover == reason->answer->front().mover;
                         });
    if (reason->standing == Standing::byAnswers)
      return "could " + act + " and be better off, but then " + answer +
             ", which others gain by and which leaves it no gain" + named("SEQ") + ".";
    return "could " + act + " and be better off; what may hold it back is that " + answer + ", though " +
           (oneActs ? "it" : "not everybody who did that") + " would gain " +
           (oneActs ? "nothing by it" : "by it") + named("GMR") + ".";
  }

  std::string answerWords(const analysis::Sequence& answer) const {
    std::vector<std::string> parts;
    for (const Step& step : answer)
      parts.push_back(inside(conflict_.labelOf(step.mover)) + " would " + actWords(conflict_, step));
    return enumerated(parts);
  }

  /// Cites the words that say what the party wants here; if there are none, says what is assumed.
  void cite(BriefParagraph& paragraph, PartyId id) const {
    const BriefReason* reason = reasonOf(id);
    if (reason == nullptr || reason->wish == nullptr)
      return;
    for (const auto& citation : reason->wish->because) {
      paragraph.quote = citation.words;
      paragraph.quoted = sourceWords(citation.source);
      return;
    }
    const std::string wish = language::text(reason->wish->wanted, conflict_);
    paragraph.text += reason->wish->mark == model::Mark::perhaps
                          ? " It is not known whether it wants `" + wish + "`; that it does is assumed."
                          : " That it wants `" + wish + "` is assumed.";
  }

  std::string sourceWords(model::SourceId id) const {
    const auto& source = conflict_.source(id);
    return source.description.empty() ? source.name : source.description;
  }

  // --- how the outcomes are reached

  BriefSection ways() {
    BriefSection section{"What can come of today", {}, {}};
    if (!conflict_.statusQuo)
      return section;
    for (const BriefOutcome& outcome : brief_.outcomes) {
      const std::string words = wayWords(outcome);
      if (!words.empty())
        section.paragraphs.push_back({called(outcome.state), words, {}, {}});
    }
    if (!section.paragraphs.empty())
      section.opening =
          "Where each step is a gain for whoever takes it, the outcome can come about by itself; else "
          "somebody must concede: take a step that it gains nothing by.";
    return section;
  }

  std::string wayWords(const BriefOutcome& outcome) const {
    if (outcome.barred)
      return "cannot be reached from today at all.";
    if (!outcome.way && outcome.byGains)
      return *outcome.byGains ? "can come about by gains alone; which steps lead there was not found in time."
                              : "cannot come about by gains alone.";
    if (!outcome.way || outcome.way->cost.length == 0 || outcome.way->paths.empty())
      return outcome.way ? "is where things stand today." : "";
    const auto& steps = outcome.way->paths.front();
    std::vector<std::string> conceding;
    std::size_t concessions = 0;
    std::vector<std::string> parts;
    const analysis::Rules rules(view_.engine);
    for (const Step& step : steps) {
      const std::string name = inside(conflict_.labelOf(step.mover));
      parts.push_back(name + " would " + actWords(conflict_, step));
      if (!isConcession(effectOf(rules, step)))
        continue;
      ++concessions;
      if (std::ranges::find(conceding, name) == conceding.end())
        conceding.push_back(name);
    }
    const std::string way = enumerated(parts, "and then") + ".";
    return conceding.empty() ? "can come about by gains alone: " + way
                             : "takes at least " + counted(concessions, "concession") + ", for example by " +
                                   listOf(conceding) + ": " + way;
  }

  // --- what it rests on, what is assumed

  BriefSection restsOn() {
    BriefSection section{"What would change it", {}, {}};
    if (!brief_.drops)
      return section;
    section.opening = (brief_.drops->stopped ? "So far: " : "") + howMuchTurns();
    for (const auto& changes : {brief_.turning, brief_.shifting}) {
      for (std::size_t k = 0; k < std::min(mostTurning, changes.size()); ++k)
        tellLeftOut(section, *brief_.drops, changes[k].first, becomes(changes[k].second));
      if (changes.size() > mostTurning)
        section.paragraphs.push_back(
            {{}, std::to_string(changes.size() - mostTurning) + " more would do so.", {}, {}});
    }
    if (brief_.pairs) {
      const bool holds = brief_.standing != Standing::holdsNot;
      for (std::size_t k = 0; k < std::min(mostTurning, brief_.turningPairs.size()); ++k)
        tellLeftOut(section, *brief_.pairs, brief_.turningPairs[k],
                    holds ? "no longer holds this way" : "holds by answers");
      if (brief_.turningPairs.size() > mostTurning)
        section.paragraphs.push_back(
            {{}, std::to_string(brief_.turningPairs.size() - mostTurning) + " more would do so.", {}, {}});
    }
    for (const BriefOutcome& outcome : brief_.outcomes)
      if (!stateTitle(conflict_, outcome.state).empty())
        tellTurning(section, outcome);
    return section;
  }

  std::string howMuchTurns() const {
    const std::string verdict = brief_.isToday ? "the verdict on today" : "this verdict";
    const std::string none = "No single statement or constraint would turn " + verdict + " if left out";
    const std::string others = std::to_string(brief_.shifting.size()) +
                               (brief_.standing == Standing::holdsNot ? " would make it hold by fear only"
                                                                      : " would change how it holds");
    if (!brief_.turning.empty())
      return counted(brief_.turning.size(), "single statement or constraint",
                     "single statements or constraints") +
             " would turn " + verdict + " if left out" +
             (brief_.shifting.empty() ? std::string() : ", and " + others) + ".";
    if (!brief_.shifting.empty())
      return none + ", but " + others + ".";
    if (!brief_.turningPairs.empty())
      return none + "; " + counted(brief_.turningPairs.size(), "pair") + " of them would.";
    return none + (brief_.pairs && !brief_.pairs->stopped ? ", nor would any two." : ".");
  }

  std::string becomes(Standing standing) const {
    switch (standing) {
    case Standing::byItself: return "holds by itself";
    case Standing::byAnswers: return "holds by answers";
    case Standing::byFear: return "holds by fear only";
    case Standing::holdsNot: return "does not hold";
    case Standing::unknown: break;
    }
    return brief_.standing == Standing::holdsNot ? "holds, by itself or by answers"
                                                 : "no longer holds this way";
  }

  /// `the wish `x` of Ukraine (line 9) is left out`
  std::string leftOut(const ChangeWords& words, const analysis::Change& change) const {
    const std::string where = words.place(change);
    const std::string line = where.empty() ? "" : " (" + where + ")";
    if (change.kind == analysis::ChangeKind::allow)
      return "the constraint " + words.text(change) + line;
    return "the wish " + marked(words.said(change.where, change.first)) + " of " +
           labelOf(words.whose(change)) + line + " is left out";
  }

  /// The label of the party or family of this name.
  std::string labelOf(const std::string& name) const {
    for (const auto& party : conflict_.parties)
      if (party.name == name && !party.label.empty())
        return party.label;
    for (const auto& family : conflict_.families)
      if (family.name == name && !family.label.empty())
        return family.label;
    return name;
  }

  /// The lines that a variant leaves out, and the first words cited for one of them.
  std::pair<std::string, const model::Citation*> variantWords(const analysis::Robustness& answer,
                                                              std::size_t variant) const {
    const ChangeWords words(conflict_, answer.preferences, &view_.source);
    std::vector<std::string> parts;
    const model::Citation* cited = nullptr;
    for (const auto& change : answer.variants[variant]) {
      parts.push_back(leftOut(words, change));
      const auto because = words.because(change);
      cited = cited == nullptr && !because.empty() ? because.front() : cited;
    }
    return {enumerated(parts), cited};
  }

  void quote(BriefParagraph& paragraph, const model::Citation* cited) const {
    if (cited == nullptr)
      return;
    paragraph.quote = cited->words;
    paragraph.quoted = sourceWords(cited->source);
  }

  /// `If the wish `x` of Ukraine (line 9) is left out, it does not hold.`
  void tellLeftOut(BriefSection& section, const analysis::Robustness& answer, std::size_t variant,
                   const std::string& becomes) const {
    const auto [lines, cited] = variantWords(answer, variant);
    BriefParagraph paragraph{{}, "If " + lines + ", it " + becomes + ".", {}, {}};
    quote(paragraph, cited);
    section.paragraphs.push_back(std::move(paragraph));
  }

  /// What would turn another outcome: one sentence for each way in which it would hold then.
  void tellTurning(BriefSection& section, const BriefOutcome& outcome) const {
    for (const Standing standing :
         {Standing::holdsNot, Standing::byFear, Standing::byAnswers, Standing::byItself, Standing::unknown}) {
      std::vector<std::string> all;
      const model::Citation* first = nullptr;
      std::size_t more = 0;
      for (const auto& [v, then] : outcome.turning) {
        if (then != standing)
          continue;
        if (all.size() == mostTurning) {
          ++more;
          continue;
        }
        const auto [lines, cited] = variantWords(*brief_.drops, v);
        all.push_back(lines);
        first = first == nullptr ? cited : first;
      }
      if (all.empty())
        continue;
      const std::string others = more == 0 ? "" : "; " + std::to_string(more) + " more would do so";
      BriefParagraph paragraph{
          called(outcome.state),
          (standing == Standing::unknown ? "no longer holds this way" : becomes(standing)) + " if " +
              enumerated(all, "or if") + others + ".",
          {},
          {}};
      quote(paragraph, first);
      section.paragraphs.push_back(std::move(paragraph));
    }
  }

  BriefSection assumed() {
    BriefSection section{"What is assumed", {}, {}};
    const auto& uncited = view_.coverage.uncited;
    std::vector<const evidence::Uncited*> wishes;
    for (const auto& one : uncited)
      if (one.kind == evidence::Citable::statement || one.kind == evidence::Citable::weight ||
          one.kind == evidence::Citable::constraint)
        wishes.push_back(&one);
    if (conflict_.sources.empty()) {
      section.opening = "The model cites no source: all of it is the analyst's.";
      return section;
    }
    if (wishes.empty()) {
      section.opening = "Every wish and every constraint has its source.";
      return section;
    }
    section.opening = counted(wishes.size(), "wish or constraint", "wishes and constraints") +
                      (wishes.size() == 1 ? " has" : " have") + " no source" +
                      (wishes.size() > mostAssumed ? "; the first of them:" : ":");
    for (std::size_t i = 0; i < std::min(mostAssumed, wishes.size()); ++i) {
      const auto& one = *wishes[i];
      const bool own = one.kind != evidence::Citable::constraint;
      const auto line = view_.source.lineAt(one.range.begin);
      section.paragraphs.push_back(
          {own ? wisherWords(conflict_, one.party, one.range) : std::string("Constraint"),
           "`" + (one.range.empty() ? one.words : asWritten(one.range)) + "` (line " + std::to_string(line) +
               ")",
           {},
           {}});
    }
    return section;
  }

  /// The words of the file, joined to one line.
  std::string asWritten(model::Range range) const {
    std::string out;
    for (const char c : view_.source.text().substr(range.begin, range.end - range.begin))
      if (c != '\n' || !out.ends_with(' '))
        out += c == '\n' ? ' ' : c;
    return out;
  }

  BriefSection missing() {
    BriefSection section{"What is left out", "Some of this did not fit:", {}};
    for (const std::string& one : brief_.missing)
      section.paragraphs.push_back({{}, one + ".", {}, {}});
    return section;
  }

  const BriefView& view_;
  const analysis::Brief& brief_;
  const model::Conflict& conflict_;
};

} // namespace

BriefStory briefStory(const BriefView& view) { return Story(view).story(); }

std::string_view standingKey(Standing standing) {
  switch (standing) {
  case Standing::byItself: return "itself";
  case Standing::byAnswers: return "answers";
  case Standing::byFear: return "fear";
  case Standing::holdsNot: return "not";
  case Standing::unknown: break;
  }
  return "unknown";
}

} // namespace stasis::report
