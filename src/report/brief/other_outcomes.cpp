// The other outcomes, each once: how it holds and why, what would change that, and how it comes of today.
// Those that hold and have no name are listed, most firmly held first.
#include "analysis/explain/deciding_statement.h"
#include "report/brief/brief_parts.h"
#include "report/brief/what_changes.h"
#include "report/explain/deterrence_words.h"
#include "report/explain/outcome_in_words.h"
#include "report/telling/numbers.h"
#include "report/telling/party_words.h"
#include "report/telling/path_words.h"
#include "report/telling/state_words.h"

#include <algorithm>
#include <utility>

namespace stasis::report {

using analysis::BriefFallen;
using analysis::BriefOutcome;
using analysis::BriefReason;
using analysis::Standing;
using analysis::Step;
using model::PartyId;
using model::Pattern;

namespace {

constexpr std::size_t mostLeaving = 1; ///< of the parties that would leave another outcome
constexpr std::size_t mostFallen = 4;
constexpr std::size_t mostUnnamed = 3; ///< of so many outcomes without a name reasons are given

class OtherOutcomes {
public:
  explicit OtherOutcomes(const BriefWords& words)
      : words_(words), reasons_(words), changes_(words), brief_(words.brief()), conflict_(words.conflict()) {}

  BriefSection section() {
    section_.part = BriefPart::others;
    section_.title = conflict_.statusQuo || !brief_.isToday ? "The other outcomes" : "The outcomes";
    if (!brief_.holding) {
      auto& engine = words_.view().engine;
      section_.opening = "Which of the " + counted(Look{}, engine.count(engine.feasible()), "outcome") +
                         " can hold is not known: the work ended before.";
      return std::move(section_);
    }
    for (const BriefOutcome& outcome : brief_.outcomes)
      if (words_.hasTitle(outcome.state) || tellsUnnamed())
        section_.paragraphs.push_back(howItHolds(outcome));
    if (!tellsUnnamed())
      listUnnamed();
    const std::size_t told = std::min(brief_.fallen.size(), words_.atMost(mostFallen));
    for (std::size_t k = 0; k < told; ++k)
      section_.paragraphs.push_back(leaving(brief_.fallen[k]));
    if (brief_.fallen.size() > told) {
      section_.paragraphs.push_back(
          {{},
           counted(brief_.fallen.size() - told, "more outcome with a name does not hold",
                   "more outcomes with a name do not hold") +
               "."});
      section_.leavesOut = true;
    }
    if (concedes_)
      section_.opening = "A concession is a step that does not pay the party that takes it.";
    return std::move(section_);
  }

private:
  /// Whether reasons and ways are given for outcomes without a name: where none has one.
  bool tellsUnnamed() const {
    return words_.view().all ||
           (std::ranges::none_of(brief_.outcomes,
                                 [&](const auto& one) { return words_.hasTitle(one.state); }) &&
            brief_.outcomes.size() <= mostUnnamed);
  }

  void listUnnamed() {
    for (const Standing standing :
         {Standing::byItself, Standing::byAnswers, Standing::byFear, Standing::unknown}) {
      std::vector<std::string> names;
      for (const BriefOutcome& outcome : brief_.outcomes)
        if (outcome.standing == standing && !words_.hasTitle(outcome.state))
          names.push_back(BriefWords::sentence(outcomeInWords(conflict_, outcome.state)));
      if (names.empty())
        continue;
      section_.leavesOut = true;
      const bool one = names.size() == 1;
      BriefParagraph paragraph{one ? "One that has no name" : "These, which have no name,",
                               BriefWords::holds(standing, !one) + ":"};
      if (one)
        paragraph.text += " " + names.front();
      else
        paragraph.points = std::move(names);
      section_.paragraphs.push_back(std::move(paragraph));
    }
  }

  /// `“Talks” holds by itself.`; of one without a name, `As today, but …: this outcome holds by itself.`
  BriefParagraph headed(const Pattern& state, Standing standing) const {
    const std::string verdict = BriefWords::holds(standing) + "." + doneThere(state);
    if (words_.hasTitle(state) || words_.isToday(state))
      return {atBeginning(words_.called(state)), verdict};
    return {atBeginning(outcomeInWords(conflict_, state)) + ":", "this outcome " + verdict};
  }

  BriefParagraph howItHolds(const BriefOutcome& outcome) {
    BriefParagraph paragraph = headed(outcome.state, outcome.standing);
    std::vector<const BriefReason*> reasons; // first of those who stand as the outcome does
    for (const bool alike : {true, false})
      for (const BriefReason& reason : outcome.reasons)
        if ((reason.standing == outcome.standing) == alike && (alike || words_.view().all))
          reasons.push_back(&reason);
    tellReasons(paragraph, reasons, outcome.reasons, outcome.reasons.size(), outcome.state);
    if (outcome.standing == Standing::byItself)
      tellWhyNobodyLeaves(paragraph, outcome);
    tellChanges(paragraph, outcome.turning, outcome.standing, reasons);
    if (conflict_.statusQuo && !words_.isToday(outcome.state))
      if (const std::string way = wayWords(outcome); !way.empty())
        paragraph.text += " " + way;
    return paragraph;
  }

  /// What most parties miss there, unless that is what they miss in the outcome in question.
  void tellWhyNobodyLeaves(BriefParagraph& paragraph, const BriefOutcome& outcome) const {
    const auto here = missedWishes(words_, outcome.lacks);
    const auto asked = missedWishes(words_, brief_.lacks);
    const bool same = !here.empty() && !asked.empty() &&
                      reasons_.lack(*here.front().lack, true) == reasons_.lack(*asked.front().lack, true);
    if (!here.empty() && !same)
      paragraph.text += missedWords(words_, outcome.lacks);
  }

  BriefParagraph leaving(const BriefFallen& fallen) {
    BriefParagraph paragraph = headed(fallen.state, Standing::holdsNot);
    std::vector<const BriefReason*> reasons;
    for (const BriefReason& reason : fallen.reasons)
      if (reason.leavesFor)
        reasons.push_back(&reason);
    if (reasons.empty())
      paragraph.text += " " + words_.parties(fallen.leavers, true) + " would leave this outcome.";
    else
      tellReasons(paragraph, reasons, fallen.reasons, fallen.leavers.size(), fallen.state);
    tellChanges(paragraph, fallen.turning, Standing::holdsNot, reasons);
    return paragraph;
  }

  /// The first reasons; then who else, of `all` parties, would gain by leaving.
  void tellReasons(BriefParagraph& paragraph, const std::vector<const BriefReason*>& reasons,
                   const std::vector<BriefReason>& known, std::size_t all, const Pattern& state) {
    const std::size_t told = std::min(reasons.size(), words_.atMost(mostLeaving));
    for (std::size_t k = 0; k < told; ++k)
      paragraph.text += " " + reasons_.reason(*reasons[k], state);
    if (told > 0 && all > told) {
      section_.leavesOut = true;
      std::vector<PartyId> others;
      for (const BriefReason& reason : known)
        if (std::ranges::none_of(reasons.begin(), reasons.begin() + static_cast<std::ptrdiff_t>(told),
                                 [&](const auto* one) { return one->party == reason.party; }))
          others.push_back(reason.party);
      paragraph.text += " " +
                        (others.size() + told == all ? words_.parties(others, true)
                                                     : counted(all - told, "other party", "other parties")) +
                        " would gain by leaving this outcome, too.";
    }
    if (words_.view().all && told == 1 && reasons[0]->wish != nullptr && !reasons[0]->wish->because.empty())
      cite(paragraph, reasons[0]->wish->because.front(), reasons[0]->party, words_);
  }

  void tellChanges(BriefParagraph& paragraph, const std::vector<std::pair<std::size_t, Standing>>& turning,
                   Standing now, const std::vector<const BriefReason*>& reasons) {
    const auto told = changes_.ofAnother(turning, now, reasons.size() == 1 ? reasons.front() : nullptr);
    if (!told.sentences.empty())
      paragraph.text += " " + joined(told.sentences, " ");
    section_.leavesOut = section_.leavesOut || told.leavesOut;
  }

  /// What is done there, if the state has a name only, and no label that says so.
  std::string doneThere(const Pattern& state) const {
    if (!words_.hasTitle(state) || words_.isToday(state))
      return "";
    const std::string name = stateName(conflict_, state);
    return name == stateTitle(conflict_, state) ? " " + words_.doneThere(state) : "";
  }

  // --- how an outcome comes about

  std::string wayWords(const BriefOutcome& outcome) {
    if (outcome.barred)
      return "From today it cannot be reached at all.";
    if (!outcome.way && outcome.byGains)
      return *outcome.byGains ? "From today, steps that each pay the party that takes it lead there; which "
                                "steps was not found in time."
                              : "From today it cannot come about by steps that each pay the party that takes "
                                "it.";
    if (!outcome.way || outcome.way->cost.length == 0 || outcome.way->paths.empty())
      return {};
    const auto& steps = outcome.way->paths.front();
    const analysis::Rules rules(words_.view().engine);
    const auto concedes = [&](const Step& step) { return isConcession(effectOf(rules, step)); };
    const auto concessions = static_cast<std::size_t>(std::ranges::count_if(steps, concedes));
    std::string told;
    for (const Step& step : steps)
      told += std::string(told.empty() ? "" : "; then ") + words_.insideLabel(step.mover) + " would " +
              actWords(conflict_, step) +
              (concedes(step) ? (concessions == steps.size() ? "" : " (a concession)")
               : words_.view().all || steps.size() == 1 ? servedBy(step)
                                                        : "");
    if (concessions == 0)
      return (steps.size() == 1 ? "From today by one step that pays: "
                                : "From today by steps that each pay: ") +
             told + ".";
    concedes_ = true;
    return "From today it takes at least " + counted(concessions, "concession") + ": " + told + ".";
  }

  /// ` to have “talks”`: the wish that makes the step a gain, if a single one does; empty if it is only that
  /// the step is made.
  std::string servedBy(const Step& step) const {
    const auto* wish = step.from.isState() && step.to.isState()
                           ? analysis::decidingStatement(conflict_, step.mover, step.to, step.from)
                           : nullptr;
    return wish == nullptr ? "" : reasons_.aim(wish->wanted, step);
  }

  const BriefWords& words_;
  ReasonWords reasons_;
  WhatChanges changes_;
  const analysis::Brief& brief_;
  const model::Conflict& conflict_;
  BriefSection section_;
  bool concedes_ = false;
};

} // namespace

BriefSection othersSection(const BriefWords& words) { return OtherOutcomes(words).section(); }

} // namespace stasis::report
