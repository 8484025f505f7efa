#include "stability/circuit.h"
#include "stability/explicit/checks.h"
#include "stability/explicit/state_names.h"

#include <algorithm>
#include <bit>
#include <map>

namespace stasis::stability {

using language::Diagnostic;
using language::Diagnostics;
using language::Severity;

namespace {

/// States that share their rank with another.
std::vector<StateIndex> tiedStates(const Ranks& ranks) {
  std::vector<std::uint32_t> members(ranks.classes, 0);
  for (const Rank rank : ranks.of)
    ++members[rank];
  std::vector<StateIndex> tied;
  for (std::size_t s = 0; s < ranks.of.size(); ++s)
    if (members[ranks.of[s]] > 1)
      tied.emplace_back(s);
  return tied;
}

/// An option in which two states of equal rank differ and that no statement mentions; none if there is none.
std::optional<model::OptionId> optionToMention(const StateSpace& space, const Ranks& ranks,
                                               const std::vector<StateIndex>& tied,
                                               const model::Prioritised& preference) {
  std::map<Rank, std::uint64_t> first;
  std::uint64_t differ = 0;
  for (const StateIndex s : tied) {
    const auto [before, isFirst] = first.emplace(ranks.of[s.index()], space.taken(s));
    differ |= isFirst ? 0 : (before->second ^ space.taken(s)) & ~space.open(s);
  }
  Circuit circuit(space.conflict());
  std::vector<Circuit::GateId> roots;
  for (const auto& tier : preference.tiers)
    for (const auto& statement : tier)
      roots.push_back(circuit.add(statement.wanted));
  for (const model::OptionId mentioned : circuit.options(circuit.cone(roots)))
    differ &= ~(std::uint64_t{1} << mentioned.index());
  if (differ == 0)
    return std::nullopt;
  return model::OptionId(static_cast<std::size_t>(std::countr_zero(differ)));
}

/// Ties are worth a word where they are the exception: the party's statements tell most states apart and none
/// are written as equal (`A | B`). Who says little, or says `|`, means the ties.
bool meansToTellAllApart(const model::Prioritised& preference, std::size_t tied, std::size_t states) {
  return 2 * tied <= states &&
         std::ranges::all_of(preference.tiers, [](const auto& tier) { return tier.size() == 1; });
}

Diagnostics unintendedTies(const StateSpace& space, const std::vector<Ranks>& ranks) {
  Diagnostics found;
  for (std::size_t i = 0; i < ranks.size(); ++i) {
    const auto& party = space.conflict().parties[i];
    const auto* preference = std::get_if<model::Prioritised>(&party.preference);
    if (preference == nullptr || ranks[i].classes == space.size())
      continue;
    const auto tied = tiedStates(ranks[i]);
    if (!meansToTellAllApart(*preference, tied.size(), space.size()))
      continue;
    Diagnostic d{Severity::warning,
                 "S0411",
                 preference->range,
                 std::to_string(tied.size()) + " states are never told apart by the preferences of " +
                     party.name,
                 {},
                 {}};
    const std::size_t classes = ranks[i].classes + tied.size() - space.size();
    d.message = classes == 1 ? d.message
                             : std::to_string(tied.size()) + " states fall into " + std::to_string(classes) +
                                   " groups never told apart by the preferences of " + party.name;
    d.note = "they are " + namesOf(space, tied);
    const auto option = optionToMention(space, ranks[i], tied, *preference);
    d.help = option ? "add a statement that mentions " + inMarks(space.conflict().nameOf(*option)) +
                          ", or use `rank` to say the tie is meant"
                    : "add a statement that tells them apart, or use `rank` to say the tie is meant";
    found.push_back(std::move(d));
  }
  return found;
}

} // namespace

Diagnostics judgePreferences(const StateSpace& space, const std::vector<Ranks>& ranks) {
  if (space.size() <= 1)
    return {};
  std::vector<std::vector<StatementRange>> statements;
  for (const Ranks& own : ranks)
    statements.push_back(own.statements);
  Diagnostics found = constantStatements(space.conflict(), statements);
  Diagnostics ties = unintendedTies(space, ranks);
  found.insert(found.end(), ties.begin(), ties.end());
  return found;
}

} // namespace stasis::stability
