#include "report/solution/concept_columns.h"

#include <fmt/format.h>

#include <algorithm>

namespace stasis::report {

using model::ConceptFamily;

ConceptColumns::ConceptColumns(const stability::Solution& solution) {
  for (std::size_t at = 0; at < solution.concepts.size(); ++at)
    add(solution, at);
}

void ConceptColumns::add(const stability::Solution& solution, std::size_t at) {
  const model::ConceptRow& concept_ = row(solution.concepts[at].id);
  if (concept_.family == ConceptFamily::strength)
    if (Shared* plain = plainFormOf(solution, concept_.id)) {
      plain->kind = Kind::strength;
      plain->concepts.push_back(at);
      return;
    }
  if (concept_.family == ConceptFamily::unknown) {
    const std::string stem = std::string(concept_.name.substr(0, concept_.name.rfind('_'))) + "_?";
    auto known = std::ranges::find(shared_, stem, &Shared::name);
    if (known == shared_.end())
      known = shared_.insert(known, {Kind::letters, stem, {}});
    known->concepts.push_back(at);
    known->letters += concept_.name.back();
    return;
  }
  shared_.push_back({Kind::one, std::string(concept_.name), {at}});
}

/// The column of the concept that requires the same answers and looks equally far ahead.
ConceptColumns::Shared* ConceptColumns::plainFormOf(const stability::Solution& solution,
                                                    model::Concept strong) {
  for (Shared& column : shared_) {
    const model::ConceptRow& plain = row(solution.concepts[column.concepts.front()].id);
    if (plain.family == ConceptFamily::classical && plain.answers == row(strong).answers &&
        plain.judgement() == row(strong).judgement())
      return &column;
  }
  return nullptr;
}

std::vector<Column> ConceptColumns::columns() const {
  std::vector<Column> columns;
  for (const Shared& shared : shared_)
    columns.push_back({shared.name, false, true});
  return columns;
}

namespace {

bool all(const HeldBy& held) { return held.held == held.of; }

Cell counted(const HeldBy& held, std::string_view yes, const Look& look) {
  if (all(held))
    return {std::string(yes), Tone::good};
  if (held.held == 0)
    return {std::string(look.no()), Tone::faint};
  return {fmt::format("{}/{}", held.held, held.of), Tone::warn};
}

} // namespace

std::vector<Cell> ConceptColumns::cells(const std::vector<std::optional<HeldBy>>& held, std::string_view yes,
                                        const Look& look) const {
  std::vector<Cell> cells;
  for (const Shared& column : shared_) {
    if (std::ranges::any_of(column.concepts, [&](std::size_t at) { return !held[at]; })) {
      cells.push_back({"?", Tone::warn});
      continue;
    }
    if (column.kind == Kind::letters) {
      std::string letters;
      for (std::size_t k = 0; k < column.concepts.size(); ++k)
        if (all(*held[column.concepts[k]]))
          letters += column.letters[k];
      cells.push_back(letters.empty() ? Cell{std::string(look.no()), Tone::faint}
                                      : Cell{letters, Tone::good});
      continue;
    }
    const HeldBy& plain = *held[column.concepts.front()];
    const bool weakly = column.kind == Kind::strength && all(plain) && !all(*held[column.concepts.back()]);
    cells.push_back(weakly ? Cell{std::string(look.weakly()), Tone::warn} : counted(plain, yes, look));
  }
  return cells;
}

std::vector<Cell> ConceptColumns::cells(const std::vector<std::optional<bool>>& held, std::string_view yes,
                                        const Look& look) const {
  std::vector<std::optional<HeldBy>> counts;
  for (const auto& one : held)
    counts.push_back(one ? std::optional(HeldBy{*one ? 1U : 0U, 1}) : std::nullopt);
  return cells(counts, yes, look);
}

} // namespace stasis::report
