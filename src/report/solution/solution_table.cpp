#include "report/solution/solution_table.h"

#include "report/solution/concept_columns.h"
#include "report/telling/numbers.h"
#include "report/telling/party_words.h"
#include "report/telling/printable.h"

#include <fmt/format.h>

#include <algorithm>

namespace stasis::report {

using model::OptionId;
using model::PartyId;

namespace {

Cell choiceCell(model::Choice choice, const Look& look) {
  if (choice == model::Choice::yes)
    return {std::string(look.taken()), Tone::plain};
  if (choice == model::Choice::no)
    return {std::string(look.notTaken()), Tone::faint};
  return {std::string(look.open()), Tone::faint};
}

// Every state with the options taken, each party's place for it, and the parties for which it is stable.
class StateTable {
public:
  StateTable(const SolutionView& view, const Look& look)
      : conflict_(view.engine.conflict()), solution_(view.solution), look_(look), concepts_(view.solution),
        told_(columnsOfParties()) {}

  std::string text(const std::vector<StateRow>& rows) {
    const bool ranked = !rows.empty() &&
                        std::ranges::all_of(rows.front().places, [](const auto& p) { return p.has_value(); });
    table_.groups.push_back({"", {{"#", true, false}, {"state", false, false}}});
    optionGroups();
    if (ranked)
      placesGroup();
    table_.groups.push_back({"equilibrium", concepts_.columns()});
    if (solution_.mixed)
      table_.groups.back().columns.push_back({"mixed", false, true});
    for (const auto& parties : told_)
      table_.groups.push_back({"stable for " + shortNameOf(parties), concepts_.columns()});
    for (const StateRow& r : rows)
      table_.rows.push_back(cells(r, ranked));
    return table_.text(look_);
  }

private:
  // A larger family has one column instead of one for each member; the cell gives the number of members.
  static constexpr std::size_t largeFamily = 4;

  bool isLarge(PartyId id) const {
    const auto family = conflict_.party(id).family;
    return family && conflict_.families[family->index()].members.size() > largeFamily;
  }

  std::vector<std::vector<PartyId>> columnsOfParties() const {
    std::vector<std::vector<PartyId>> told;
    for (auto& [parties, large] : toldTogether(conflict_, [&](PartyId id) { return isLarge(id); }))
      if (large)
        told.push_back(std::move(parties));
      else
        for (const PartyId id : parties)
          told.push_back({id});
    return told;
  }

  bool isFamily(const std::vector<PartyId>& parties) const { return isLarge(parties.front()); }

  const std::string& shortNameOf(const std::vector<PartyId>& parties) const {
    const auto& party = conflict_.party(parties.front());
    return isFamily(parties) ? conflict_.families[party.family->index()].name : party.name;
  }

  void optionGroups() {
    for (const auto& parties : told_) {
      const auto& party = conflict_.party(parties.front());
      ColumnGroup group{shortNameOf(parties), {}};
      for (std::size_t k = 0; k < party.optionCount; ++k)
        group.columns.push_back({conflict_.options[party.firstOption + k].name, false, true});
      if (!group.columns.empty())
        table_.groups.push_back(std::move(group));
    }
  }

  void placesGroup() {
    ColumnGroup group{"liked by", {}};
    for (const auto& parties : told_)
      group.columns.push_back({shortNameOf(parties), true, false});
    table_.groups.push_back(std::move(group));
  }

  Cell optionCell(const std::vector<PartyId>& parties, std::size_t k, const model::Pattern& state) const {
    std::size_t taken = 0;
    bool allSame = true;
    const auto choice = [&](PartyId id) { return state[OptionId(conflict_.party(id).firstOption + k)]; };
    for (const PartyId id : parties) {
      taken += choice(id) == model::Choice::yes ? 1 : 0;
      allSame = allSame && choice(id) == choice(parties.front());
    }
    return allSame ? choiceCell(choice(parties.front()), look_)
                   : Cell{fmt::format("{}/{}", taken, parties.size()), Tone::plain};
  }

  /// `3rd`; for a family `3rd-9th`.
  static Cell placeCell(const std::vector<PartyId>& parties, const StateRow& r) {
    std::vector<std::uint64_t> places;
    for (const PartyId id : parties)
      places.push_back(*r.places[id.index()]);
    const auto [best, worst] = std::ranges::minmax(places);
    return {best == worst ? ordinal(best) : ordinal(best) + "-" + ordinal(worst), Tone::plain};
  }

  static std::optional<HeldBy> heldBy(const std::vector<PartyId>& parties,
                                      const std::vector<std::optional<bool>>& stable) {
    HeldBy held{0, parties.size()};
    for (const PartyId id : parties) {
      if (!stable[id.index()])
        return std::nullopt;
      held.held += *stable[id.index()] ? 1 : 0;
    }
    return held;
  }

  std::vector<Cell> cells(const StateRow& r, bool ranked) const {
    std::vector<Cell> out{{numberText(r), Tone::plain}, {printable(r.title), Tone::strong}};
    for (const auto& parties : told_)
      for (std::size_t k = 0; k < conflict_.party(parties.front()).optionCount; ++k)
        out.push_back(optionCell(parties, k, r.pattern));
    if (ranked)
      for (const auto& parties : told_)
        out.push_back(placeCell(parties, r));
    const auto add = [&](const std::vector<Cell>& more) { out.insert(out.end(), more.begin(), more.end()); };
    add(concepts_.cells(r.equilibrium, look_.yes(), look_));
    if (solution_.mixed)
      out.push_back(checkCell(r.mixedEquilibrium, look_));
    for (const auto& parties : told_) {
      std::vector<std::optional<HeldBy>> held;
      for (const auto& stable : r.stable)
        held.push_back(heldBy(parties, stable));
      add(concepts_.cells(held, look_.taken(), look_));
    }
    return out;
  }

  const model::Conflict& conflict_;
  const stability::Solution& solution_;
  const Look& look_;
  ConceptColumns concepts_;
  std::vector<std::vector<PartyId>> told_; ///< what each column stands for: a party, or a large family
  Table table_;
};

} // namespace

Cell checkCell(const std::optional<bool>& held, const Look& look) {
  if (!held)
    return {"?", Tone::warn};
  return *held ? Cell{std::string(look.yes()), Tone::good} : Cell{std::string(look.no()), Tone::faint};
}

std::string numberText(const StateRow& r) { return r.number ? std::to_string(*r.number) : std::string("-"); }

std::string solutionTable(const SolutionView& view, const std::vector<StateRow>& rows, const Look& look) {
  return StateTable(view, look).text(rows);
}

} // namespace stasis::report
