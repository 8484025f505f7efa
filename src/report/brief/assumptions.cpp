// What is assumed without a source, and whether it changes a verdict of the page.
#include "report/brief/brief_parts.h"
#include "report/brief/what_changes.h"
#include "report/robust/change_words.h"
#include "report/telling/condition_in_words.h"
#include "report/telling/numbers.h"
#include "report/telling/party_words.h"
#include "report/telling/path_words.h"
#include "report/telling/state_words.h"

#include <algorithm>
#include <set>
#include <utility>

namespace stasis::report {

namespace {

constexpr std::size_t mostAssumed = 6;
constexpr std::size_t mostRules = 2;

class Assumptions {
public:
  explicit Assumptions(const BriefWords& words)
      : words_(words), brief_(words.brief()), conflict_(words.conflict()) {}

  BriefSection section() const {
    BriefSection section{"What is assumed", {}, {}, BriefPart::assumed};
    std::vector<const evidence::Uncited*> wishes;
    std::vector<const evidence::Uncited*> rules;
    for (const auto& one : words_.view().coverage.uncited)
      if (one.kind == evidence::Citable::constraint)
        rules.push_back(&one);
      else if (one.kind == evidence::Citable::statement || one.kind == evidence::Citable::weight)
        wishes.push_back(&one);
    if (conflict_.sources.empty()) {
      section.opening = "No wish, ranking or rule is tied to a quoted passage: all are the analyst's.";
      return section;
    }
    if (wishes.empty() && rules.empty()) {
      section.opening = "Every wish and every rule has its source.";
      return section;
    }
    std::vector<std::string> counts;
    if (!wishes.empty())
      counts.push_back(counted(wishes.size(), "wish", "wishes"));
    if (!rules.empty())
      counts.push_back(counted(rules.size(), "rule"));
    section.opening = enumerated(counts) + (wishes.size() + rules.size() == 1 ? " has" : " have") +
                      " no source" + whetherItTurns() + ".";
    tellWishes(section, wishes);
    if (rules.size() > words_.atMost(mostRules))
      section.leavesOut = true;
    else if (!rules.empty())
      section.paragraphs.push_back({"Rules:", ruleWords(rules) + "."});
    return section;
  }

private:
  /// Wishes for the same thing together, with all whose they are.
  void tellWishes(BriefSection& section, const std::vector<const evidence::Uncited*>& wishes) const {
    std::vector<std::pair<std::string, std::vector<std::string>>> groups; // what, and whose
    for (const auto* one : wishes) {
      const std::string what = wishWords(*one);
      const std::string whose = insideSentence(wisherWords(conflict_, one->party, one->range));
      auto same = std::ranges::find(groups, what, &std::pair<std::string, std::vector<std::string>>::first);
      if (same == groups.end()) {
        groups.push_back({what, {}});
        same = groups.end() - 1;
      }
      if (std::ranges::find(same->second, whose) == same->second.end())
        same->second.push_back(whose);
    }
    std::vector<std::string> told;
    for (const auto& [what, whose] : groups)
      if (told.size() < words_.atMost(mostAssumed))
        told.push_back(joined(whose, ", ") + ": " + what);
    const std::size_t more = groups.size() - told.size();
    section.leavesOut = section.leavesOut || more > 0;
    if (!told.empty())
      section.paragraphs.push_back(
          {"Wishes:", joined(told, "; ") + (more > 0 ? "; and " + std::to_string(more) + " more." : ".")});
  }

  std::string ruleWords(const std::vector<const evidence::Uncited*>& rules) const {
    std::vector<std::string> all;
    for (const auto* one : rules) {
      const auto found = std::ranges::find(conflict_.constraints, one->range, &model::Constraint::range);
      all.push_back(found == conflict_.constraints.end() ? one->words
                                                         : constraintInWords(conflict_, found->holds));
    }
    return joined(all, "; ");
  }

  std::string wishWords(const evidence::Uncited& one) const {
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
    return one.words;
  }

  /// Whether one of what is assumed turns a verdict told above.
  std::string whetherItTurns() const {
    if (!WhatChanges(words_).isComplete())
      return {};
    std::set<std::size_t> turning;
    const auto add = [&](const std::vector<std::pair<std::size_t, analysis::Standing>>& turns) {
      for (const auto& turn : turns)
        turning.insert(turn.first);
    };
    add(brief_.turning);
    add(brief_.shifting);
    for (const auto& outcome : brief_.outcomes)
      add(outcome.turning);
    for (const auto& fallen : brief_.fallen)
      add(fallen.turning);
    const ChangeWords words(conflict_, brief_.drops->preferences, &words_.view().source);
    const auto assumed = std::ranges::count_if(turning, [&](std::size_t variant) {
      return std::ranges::all_of(brief_.drops->variants[variant], [&](const analysis::Change& change) {
        return words.because(change).empty();
      });
    });
    return assumed == 0 ? "; none of them, given up alone, would change a verdict"
                        : "; " + std::to_string(assumed) + " of them, given up alone, would change " +
                              (assumed == 1 ? "a verdict" : "verdicts");
  }

  const BriefWords& words_;
  const analysis::Brief& brief_;
  const model::Conflict& conflict_;
};

} // namespace

BriefSection assumedSection(const BriefWords& words) { return Assumptions(words).section(); }

} // namespace stasis::report
