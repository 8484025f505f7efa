#include "report/solution/solution_table.h"

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

Cell markCell(const std::optional<bool>& held, const Look& look) {
  if (!held)
    return {"?", Tone::warn};
  return *held ? Cell{std::string(look.taken()), Tone::good} : Cell{std::string(look.no()), Tone::faint};
}

// Every state with what is taken, how each party likes it, and for whom it is stable.
class StateTable {
public:
  StateTable(const SolutionView& view, const Look& look)
      : conflict_(view.engine.conflict()), solution_(view.solution), look_(look), told_(columnsOfParties()) {}

  std::string text(const std::vector<StateRow>& rows) {
    const bool ranked = !rows.empty() &&
                        std::ranges::all_of(rows.front().places, [](const auto& p) { return p.has_value(); });
    table_.groups.push_back({"", {{"#", true, false}, {"state", false, false}}});
    optionGroups();
    if (ranked)
      placesGroup();
    table_.groups.push_back({"equilibrium", conceptColumns(solution_)});
    if (solution_.mixed)
      table_.groups.back().columns.push_back({"mixed", false, true});
    for (const auto& parties : told_)
      table_.groups.push_back({"stable for " + shortNameOf(parties), conceptColumns(solution_)});
    for (const StateRow& r : rows)
      table_.rows.push_back(cells(r, ranked));
    return table_.text(look_);
  }

private:
  // A large family has one column where its members would have one each, and tells how many of them.
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

  /// `3rd`, or of a family `3rd-9th`.
  static Cell placeCell(const std::vector<PartyId>& parties, const StateRow& r) {
    std::vector<std::uint64_t> places;
    for (const PartyId id : parties)
      places.push_back(*r.places[id.index()]);
    const auto [best, worst] = std::ranges::minmax(places);
    return {best == worst ? ordinal(best) : ordinal(best) + "-" + ordinal(worst), Tone::plain};
  }

  Cell stableCell(const std::vector<PartyId>& parties, const std::vector<std::optional<bool>>& stable) const {
    std::size_t held = 0;
    for (const PartyId id : parties) {
      if (!stable[id.index()])
        return markCell(std::nullopt, look_);
      held += *stable[id.index()] ? 1 : 0;
    }
    return held == 0 || held == parties.size() ? markCell(held > 0, look_)
                                               : Cell{fmt::format("{}/{}", held, parties.size()), Tone::warn};
  }

  std::vector<Cell> cells(const StateRow& r, bool ranked) const {
    std::vector<Cell> out{{numberText(r), Tone::plain}, {printable(r.title), Tone::strong}};
    for (const auto& parties : told_)
      for (std::size_t k = 0; k < conflict_.party(parties.front()).optionCount; ++k)
        out.push_back(optionCell(parties, k, r.pattern));
    if (ranked)
      for (const auto& parties : told_)
        out.push_back(placeCell(parties, r));
    for (const auto& held : r.equilibrium)
      out.push_back(checkCell(held, look_));
    if (solution_.mixed)
      out.push_back(checkCell(r.mixedEquilibrium, look_));
    for (const auto& parties : told_)
      for (const auto& stable : r.stable)
        out.push_back(stableCell(parties, stable));
    return out;
  }

  const model::Conflict& conflict_;
  const stability::Solution& solution_;
  const Look& look_;
  std::vector<std::vector<PartyId>> told_; ///< what the columns are of: a party, or a large family
  Table table_;
};

} // namespace

Cell checkCell(const std::optional<bool>& held, const Look& look) {
  if (!held)
    return {"?", Tone::warn};
  return *held ? Cell{std::string(look.yes()), Tone::good} : Cell{std::string(look.no()), Tone::faint};
}

std::vector<Column> conceptColumns(const stability::Solution& solution) {
  std::vector<Column> columns;
  for (const auto& answer : solution.concepts)
    columns.push_back({std::string(row(answer.id).name), false, true});
  return columns;
}

std::string numberText(const StateRow& r) { return r.number ? std::to_string(*r.number) : std::string("-"); }

std::string solutionTable(const SolutionView& view, const std::vector<StateRow>& rows, const Look& look) {
  return StateTable(view, look).text(rows);
}

} // namespace stasis::report
