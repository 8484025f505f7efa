#include "stability/circuit.h"
#include "stability/explicit/checks.h"
#include "stability/explicit/state_names.h"

#include <algorithm>
#include <bit>
#include <unordered_map>

namespace stasis::stability {

using language::Diagnostic;
using language::Diagnostics;
using language::Severity;
using model::PartyId;

namespace {

/// The number of states that share their rank with another, and the number of ranks they have together.
struct Tied {
  std::vector<StateNumber> states;
  std::size_t classes = 0;
  std::uint64_t differ = 0; ///< options in which two states of equal rank differ
};

Tied tiedStates(const RankedStates& ranked, PartyId party) {
  std::vector<std::uint32_t> members(ranked.bound(party), 0);
  ranked.each(party, [&](StateIndex, std::uint64_t rank, auto) { ++members[rank]; });
  Tied tied;
  tied.classes = static_cast<std::size_t>(std::ranges::count_if(members, [](auto n) { return n > 1; }));
  std::unordered_map<std::uint64_t, std::uint64_t> first;
  ranked.each(party, [&](StateIndex s, std::uint64_t rank, RankedStates::Options options) {
    if (members[rank] <= 1)
      return;
    tied.states.push_back(s.index() + 1);
    const auto [before, isFirst] = first.emplace(rank, options.taken);
    tied.differ |= isFirst ? 0 : (before->second ^ options.taken) & ~options.open;
  });
  return tied;
}

/// An option in which two states of equal rank differ and which no statement mentions, if there is one.
std::optional<model::OptionId> optionToMention(const model::Conflict& conflict, std::uint64_t differ,
                                               const model::Prioritised& preference) {
  Circuit circuit(conflict);
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

/// Ties deserve a warning if they are the exception: the party's statements tell most states apart, and none
/// are written as equal (`A | B`). A party with few statements, or with `|`, intends its ties. With fewer
/// ranks than half the states, most states share theirs.
bool mayTellAllApart(const model::Prioritised& preference, std::uint64_t bound, std::size_t states) {
  return 2 * bound >= states &&
         std::ranges::all_of(preference.tiers, [](const auto& tier) { return tier.size() == 1; });
}

Diagnostics unintendedTies(const RankedStates& ranked) {
  Diagnostics found;
  const model::Conflict& conflict = ranked.states().conflict();
  const std::size_t states = ranked.states().size().get_ui();
  for (std::size_t i = 0; i < conflict.parties.size(); ++i) {
    const auto& party = conflict.parties[i];
    const auto* preference = std::get_if<model::Prioritised>(&party.preference);
    if (preference == nullptr || !mayTellAllApart(*preference, ranked.bound(PartyId(i)), states))
      continue;
    const Tied tied = tiedStates(ranked, PartyId(i));
    const std::size_t count = tied.states.size();
    if (count == 0 || 2 * count > states)
      continue;
    Diagnostic d{Severity::warning,
                 "S0411",
                 preference->range,
                 std::to_string(count) + " states are never told apart by the preferences of " + party.name,
                 {},
                 {}};
    if (tied.classes != 1)
      d.message = std::to_string(count) + " states fall into " + std::to_string(tied.classes) +
                  " groups never told apart by the preferences of " + party.name;
    d.note = "they are " + namesOf(ranked.states(), tied.states, static_cast<unsigned long>(count));
    const auto option = optionToMention(conflict, tied.differ, *preference);
    d.help =
        option
            ? "add a statement that mentions " + inMarks(conflict.nameOf(*option)) +
                  "; if the tie is meant, say so by `rank` or `allow S0411`"
            : "add a statement that tells them apart; if the tie is meant, say so by `rank` or `allow S0411`";
    found.push_back(std::move(d));
  }
  return found;
}

class RanksOfList : public RankedStates {
public:
  RanksOfList(const StateSpace& space, const std::vector<Ranks>& ranks)
      : space_(space), numbers_(space), ranks_(ranks) {}
  const NumberedStates& states() const override { return numbers_; }
  std::uint64_t bound(PartyId party) const override { return ranks_[party.index()].classes; }
  void each(PartyId party, const Visit& visit) const override {
    const auto& of = ranks_[party.index()].of;
    for (std::size_t s = 0; s < of.size(); ++s)
      visit(StateIndex(s), of[s], {space_.taken(StateIndex(s)), space_.open(StateIndex(s))});
  }

private:
  const StateSpace& space_;
  NumbersInSpace numbers_;
  const std::vector<Ranks>& ranks_;
};

} // namespace

Diagnostics judgePreferences(const RankedStates& ranked,
                             const std::vector<std::vector<StatementRange>>& statements) {
  if (ranked.states().size() <= 1)
    return {};
  Diagnostics found = constantStatements(ranked.states().conflict(), statements);
  Diagnostics ties = unintendedTies(ranked);
  found.insert(found.end(), ties.begin(), ties.end());
  return found;
}

Diagnostics judgePreferences(const StateSpace& space, const std::vector<Ranks>& ranks) {
  std::vector<std::vector<StatementRange>> statements;
  for (const Ranks& own : ranks)
    statements.push_back(own.statements);
  return judgePreferences(RanksOfList(space, ranks), statements);
}

} // namespace stasis::stability
