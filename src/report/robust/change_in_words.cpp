#include "report/robust/change_in_words.h"

#include "report/robust/change_words.h"
#include "report/telling/condition_in_words.h"
#include "report/telling/outcome_name.h"
#include "report/telling/party_words.h"
#include "report/telling/path_words.h"
#include "report/telling/state_words.h"

#include <algorithm>
#include <utility>
#include <variant>

namespace stasis::report {

using analysis::Change;
using analysis::ChangeKind;
using model::Conflict;
using model::PartyId;

namespace {

/// The party or family of this name, by its label: `Ukraine`, `all of the guarantors`.
std::string whoseOf(const Conflict& conflict, const std::string& name) {
  for (const auto& party : conflict.parties)
    if (party.name == name)
      return insideSentence(party.label.empty() ? name : party.label);
  for (const auto& family : conflict.families)
    if (family.name == name)
      return "all of " + std::string(family.label.starts_with("The ") ? "" : "the ") +
             insideSentence(family.label.empty() ? family.name : family.label);
  return name;
}

/// `the wish for “A” and the wish to avoid “B”`: those at these positions.
std::string wishes(const Conflict& conflict, const model::Prioritised& said,
                   const std::vector<std::size_t>& positions, PartyId whose) {
  std::vector<std::string> parts;
  std::size_t at = 0;
  for (const auto& tier : said.tiers)
    for (const auto& statement : tier)
      if (std::ranges::find(positions, at++) != positions.end()) {
        const WishInWords wish = wishOf(conflict, statement.wanted, whose);
        parts.push_back(std::string("the wish ") + (wish.against ? "to avoid " : "for ") + wish.what);
      }
  return enumerated(parts);
}

/// `“war” and “attack”`: the states of the classes at these positions, by what people call them.
std::string ranked(const Conflict& conflict, const model::Ranking& ranking,
                   const std::vector<std::size_t>& positions) {
  using Kind = model::StateRef::Kind;
  std::vector<std::string> names;
  for (const std::size_t position : positions)
    for (const auto& ref : ranking.classes[position]) {
      std::string name = "state " + std::to_string(ref.kind == Kind::listed ? ref.value + 1 : ref.value);
      if (ref.kind != Kind::number) {
        const auto& state =
            ref.kind == Kind::named ? conflict.named[ref.value].state : conflict.listed[ref.value].pattern;
        if (const std::string called = nameByDifference(conflict, state, Called::label); !called.empty())
          name = "“" + called + "”";
      }
      names.push_back(std::move(name));
    }
  return enumerated(names);
}

} // namespace

std::string changeInWords(const Conflict& conflict,
                          const std::vector<analysis::WrittenPreference>& preferences,
                          const language::SourceText* source, const Change& change) {
  if (change.kind == ChangeKind::allow)
    return withoutConstraintInWords(conflict, conflict.constraints[change.where].holds);
  const ChangeWords words(conflict, preferences, source);
  const std::string whose = whoseOf(conflict, words.whose(change));
  if (change.kind == ChangeKind::bind || change.kind == ChangeKind::free) {
    const auto& option = conflict.options[change.where];
    const std::string label = "“" + (option.label.empty() ? option.name : option.label) + "”";
    if (change.kind == ChangeKind::bind)
      return whose + " could not take back " + label;
    return option.direction == model::Direction::unresumable ? whose + " could take up " + label + " again"
                                                             : whose + " could take back " + label;
  }
  const PartyId party = preferences[change.where].parties.front();
  const auto& written = conflict.party(party).preference;
  const bool swap = change.kind == ChangeKind::swap;
  if (const auto* said = std::get_if<model::Prioritised>(&written)) {
    const std::string first = wishes(conflict, *said, change.first, party);
    return swap ? whose + " put " + wishes(conflict, *said, change.second, party) + " above " + first
                : whose + " gave up " + first;
  }
  if (const auto* ranking = std::get_if<model::Ranking>(&written); ranking != nullptr && swap)
    return whose + " put " + ranked(conflict, *ranking, change.second) + " before " +
           ranked(conflict, *ranking, change.first);
  if (const auto* weights = std::get_if<model::Weights>(&written);
      weights != nullptr && !change.first.empty())
    return whose + " gave no weight to " +
           conditionInWords(conflict, weights->weights[change.first.front()].wanted, party);
  return marked(words.said(change.where, change.first)) + " were left out";
}

std::string variantInWords(const Conflict& conflict,
                           const std::vector<analysis::WrittenPreference>& preferences,
                           const language::SourceText* source, const analysis::Variant& variant) {
  std::vector<std::string> parts;
  for (const Change& change : variant)
    parts.push_back(changeInWords(conflict, preferences, source, change));
  return joined(parts, " and ");
}

std::string wouldIf(const std::string& condition, const std::string& consequence) {
  if (condition.find(": ") == std::string::npos)
    return "If " + condition + ", " + consequence + ".";
  return atBeginning(consequence + " if " + condition + ".");
}

} // namespace stasis::report
