#include "analysis/paths/state_table.h"

#include "analysis/paths/rules.h"

#include <algorithm>
#include <map>

namespace stasis::analysis {

using exchange::StateGraph;
using exchange::StateTable;
using model::PartyId;
using stability::Engine;

std::optional<StateTable> stateTable(Engine& engine, std::size_t mostStates) {
  const auto all = engine.feasible();
  if (engine.count(all) > mostStates)
    return std::nullopt;
  StateTable table{engine.list(all, mostStates), {}};
  for (std::size_t i = 0; i < engine.conflict().parties.size(); ++i) {
    std::vector<std::uint64_t> places;
    for (const auto& state : table.states) {
      const auto place = engine.place(PartyId(i), state);
      if (!place)
        return std::nullopt;
      places.push_back(*place);
    }
    const std::uint64_t worst = places.empty() ? 0 : *std::ranges::max_element(places);
    auto& ranks = table.ranks.emplace_back();
    for (const std::uint64_t place : places)
      ranks.push_back(static_cast<std::uint32_t>(worst - place));
  }
  return table;
}

std::optional<StateGraph> stateGraph(Engine& engine, const stability::Solution& solution,
                                     std::size_t mostStates) {
  auto table = stateTable(engine, mostStates);
  if (!table)
    return std::nullopt;
  StateGraph graph{std::move(*table), {}, {}};
  std::map<std::string, std::size_t> positions;
  for (std::size_t s = 0; s < graph.table.states.size(); ++s)
    positions[graph.table.states[s].letters()] = s;
  const Rules rules(engine);
  for (std::size_t s = 0; s < graph.table.states.size(); ++s) {
    for (std::size_t i = 0; i < engine.conflict().parties.size(); ++i)
      for (const auto& to : rules.moves(PartyId(i), graph.table.states[s])) {
        const std::size_t q = positions.at(to.letters());
        graph.arcs.push_back({PartyId(i), s, q, graph.table.ranks[i][q] > graph.table.ranks[i][s]});
      }
    auto& held = graph.equilibria.emplace_back();
    for (const auto& answer : solution.concepts)
      if (answer.equilibria && engine.contains(*answer.equilibria, graph.table.states[s]))
        held.push_back(answer.id);
  }
  return graph;
}

} // namespace stasis::analysis
