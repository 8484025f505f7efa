#include "report/telling/state_row.h"

#include "report/telling/state_words.h"

#include <algorithm>

namespace stasis::report {

using model::PartyId;
using stability::Engine;
using stability::Solution;
using stability::StateSet;

bool StateRow::isEquilibrium() const {
  return std::ranges::any_of(equilibrium, [](const auto& held) { return held.value_or(false); });
}

StateRow stateRow(Engine& engine, const Solution& solution, const model::Pattern& state) {
  const auto& conflict = engine.conflict();
  const auto in = [&](const std::optional<StateSet>& set) {
    return set ? std::optional(engine.contains(*set, state)) : std::nullopt;
  };
  StateRow row{
      engine.number(state), stateName(conflict, state), stateTitle(conflict, state), state, {}, {}, {}};
  if (row.name.empty() && row.number)
    row.name = "s" + std::to_string(*row.number);
  for (std::size_t i = 0; i < conflict.parties.size(); ++i)
    row.places.push_back(engine.place(PartyId(i), state));
  for (const auto& answer : solution.concepts) {
    auto& stable = row.stable.emplace_back();
    for (const auto& set : answer.stable)
      stable.push_back(in(set));
    row.equilibrium.push_back(in(answer.equilibria));
  }
  if (solution.mixed)
    row.mixedEquilibrium = in(solution.mixed->equilibria);
  return row;
}

std::vector<StateRow> stateRows(Engine& engine, const Solution& solution, StateSet set, std::size_t limit) {
  std::vector<StateRow> rows;
  for (const auto& state : engine.list(set, limit))
    rows.push_back(stateRow(engine, solution, state));
  return rows;
}

StateSet anyEquilibrium(Engine& engine, const Solution& solution) {
  StateSet any = engine.without(engine.feasible(), engine.feasible());
  for (const auto& answer : solution.concepts)
    if (answer.equilibria)
      any = engine.either(any, *answer.equilibria);
  if (solution.mixed && solution.mixed->equilibria)
    any = engine.either(any, *solution.mixed->equilibria);
  return any;
}

} // namespace stasis::report
