#include "report/robust/change_words.h"

#include "language/words/expression_text.h"
#include "model/mark_words.h"
#include "report/telling/constraint_words.h"
#include "report/telling/path_words.h"
#include "report/telling/state_words.h"

#include <fmt/format.h>

#include <set>

namespace stasis::report {

using analysis::Change;
using analysis::ChangeKind;
using model::Expression;

namespace {

const std::vector<model::Citation> nothingCited;

std::string nameOf(const model::Conflict& conflict, const model::StateRef& ref) {
  switch (ref.kind) {
  case model::StateRef::Kind::listed: return conflict.listed[ref.value].name;
  case model::StateRef::Kind::named: return conflict.named[ref.value].name;
  case model::StateRef::Kind::number: break;
  }
  return "s" + std::to_string(ref.value);
}

/// The mark of the line that this statement is on.
model::Mark markAt(const model::Preference& preference, std::size_t position) {
  const auto* said = std::get_if<model::Prioritised>(&preference);
  if (said == nullptr)
    return model::Mark::none;
  for (const auto& tier : said->tiers) {
    if (position < tier.size())
      return tier[position].mark;
    position -= tier.size();
  }
  return model::Mark::none;
}

/// The family whose members are exactly these parties; none for a single party.
const model::Family* familyOf(const model::Conflict& conflict, const std::vector<model::PartyId>& parties) {
  const auto family = conflict.party(parties.front()).family;
  return parties.size() > 1 && family ? &conflict.families[family->index()] : nullptr;
}

} // namespace

std::string marked(const std::string& words) { return '`' + words + '`'; }

ChangeWords::ChangeWords(const model::Conflict& conflict,
                         const std::vector<analysis::WrittenPreference>& preferences,
                         const language::SourceText* source)
    : conflict_(conflict), preferences_(preferences), source_(source), names_(conflict) {}

std::string ChangeWords::text(const Change& change) const {
  switch (change.kind) {
  case ChangeKind::drop:
    return fmt::format("{}: {} is dropped", whose(change), marked(said(change.where, change.first)));
  case ChangeKind::swap:
    return fmt::format("{}: {} before {}", whose(change), marked(said(change.where, change.second)),
                       marked(said(change.where, change.first)));
  case ChangeKind::free:
    return fmt::format("{}: {} can be {}", whose(change), marked(conflict_.options[change.where].name),
                       conflict_.options[change.where].direction == model::Direction::unresumable
                           ? "taken up again"
                           : "taken back");
  case ChangeKind::bind:
    return fmt::format("{}: {} cannot be taken back", whose(change),
                       marked(conflict_.options[change.where].name));
  case ChangeKind::allow: return constraint(change.where) + " does not bind";
  }
  return {};
}

std::string ChangeWords::whose(const Change& change) const {
  if (change.kind == ChangeKind::allow)
    return {};
  if (change.kind == ChangeKind::free || change.kind == ChangeKind::bind) {
    const auto& owner = conflict_.party(conflict_.options[change.where].owner);
    return owner.family ? conflict_.families[owner.family->index()].name : owner.name;
  }
  const auto& parties = preferences_[change.where].parties;
  const auto* family = familyOf(conflict_, parties);
  return family != nullptr ? family->name : conflict_.party(parties.front()).name;
}

std::string ChangeWords::said(std::size_t preference, const std::vector<std::size_t>& positions) const {
  std::vector<std::string> all;
  for (const std::size_t position : positions)
    all.push_back(thing(preference, position).words);
  const auto& written = conflict_.party(preferences_[preference].parties.front()).preference;
  const std::string_view mark = positions.empty() ? "" : model::markWord(markAt(written, positions.front()));
  return (mark.empty() ? "" : std::string(mark) + ' ') + joined(all, " | ");
}

std::string ChangeWords::statement(const model::Statement& statement,
                                   const std::vector<model::PartyId>& parties) const {
  if (familyOf(conflict_, parties) == nullptr)
    return language::foldableText(statement.wanted, conflict_, names_).text;
  // Each member has its own copy of the line; the file has the one that all of them share.
  const std::string_view line =
      source_ == nullptr || statement.range.empty()
          ? std::string_view()
          : source_->text().substr(statement.range.begin, statement.range.end - statement.range.begin);
  if (line.empty() || line.find_first_of("#\n\"") != std::string_view::npos)
    return language::foldableText(statement.wanted, conflict_, names_, parties.front()).text;
  return std::string(line);
}

ChangeWords::Thing ChangeWords::thing(std::size_t preference, std::size_t position) const {
  const auto& parties = preferences_[preference].parties;
  const auto& written = conflict_.party(parties.front()).preference;
  if (const auto* said = std::get_if<model::Prioritised>(&written)) {
    for (const auto& tier : said->tiers) {
      if (position < tier.size())
        return {tier[position].range, &tier[position].because, statement(tier[position], parties)};
      position -= tier.size();
    }
  } else if (const auto* ranking = std::get_if<model::Ranking>(&written)) {
    std::vector<std::string> tie;
    for (const auto& ref : ranking->classes[position])
      tie.push_back(nameOf(conflict_, ref));
    return {ranking->classes[position].front().range, &nothingCited, joined(tie, " ~ ")};
  } else if (const auto* weights = std::get_if<model::Weights>(&written)) {
    const auto& weight = weights->weights[position];
    return {weight.range, &weight.because,
            "the weight of " + language::foldableText(weight.wanted, conflict_, names_).text};
  }
  return {{}, &nothingCited, {}};
}

std::vector<ChangeWords::Thing> ChangeWords::things(const Change& change) const {
  std::vector<Thing> all;
  if (change.kind == ChangeKind::allow)
    all.push_back(
        {conflict_.constraints[change.where].range, &conflict_.constraints[change.where].because, {}});
  else if (change.kind == ChangeKind::free || change.kind == ChangeKind::bind)
    all.push_back({conflict_.options[change.where].range, &conflict_.options[change.where].because, {}});
  else
    for (const auto& positions : {change.first, change.second})
      for (const std::size_t position : positions)
        all.push_back(thing(change.where, position));
  return all;
}

std::vector<std::size_t> ChangeWords::lines(const Change& change) const {
  std::set<std::size_t> lines;
  if (source_ != nullptr)
    for (const Thing& one : things(change))
      if (!one.range.empty())
        lines.insert(source_->lineAt(one.range.begin));
  return {lines.begin(), lines.end()};
}

std::string ChangeWords::place(const Change& change) const {
  std::vector<std::string> numbers;
  for (const std::size_t line : lines(change))
    numbers.push_back(std::to_string(line));
  return numbers.empty() ? "" : (numbers.size() == 1 ? "line " : "lines ") + enumerated(numbers);
}

std::vector<const model::Citation*> ChangeWords::because(const Change& change) const {
  std::vector<const model::Citation*> all;
  for (const Thing& one : things(change))
    for (const auto& citation : *one.because)
      all.push_back(&citation);
  return all;
}

std::string ChangeWords::constraint(std::size_t constraint) const {
  return marked(constraintWords(conflict_, conflict_.constraints[constraint].holds));
}

} // namespace stasis::report
