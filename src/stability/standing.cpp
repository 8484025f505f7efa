#include "stability/standing.h"

#include <array>
#include <utility>

namespace stasis::stability {

Standing standingUnder(const std::function<std::optional<bool>(model::Concept)>& holds) {
  // The strongest first: what holds under one holds under those behind it.
  constexpr std::array ways{std::pair{model::Concept::nash, Standing::byItself},
                            std::pair{model::Concept::seq, Standing::byAnswers},
                            std::pair{model::Concept::gmr, Standing::byFear}};
  for (const auto& [id, way] : ways) {
    const auto held = holds(id);
    if (!held)
      return Standing::unknown;
    if (*held)
      return way;
  }
  return Standing::holdsNot;
}

Standing standingOf(Engine& engine, const Solution& solution, const model::Pattern& state) {
  return standingUnder([&](model::Concept id) -> std::optional<bool> {
    const ConceptAnswer* answer = solution.find(id);
    if (answer == nullptr || !answer->equilibria)
      return std::nullopt;
    return engine.contains(*answer->equilibria, state);
  });
}

Standing standingFor(Engine& engine, const Solution& solution, model::PartyId party,
                     const model::Pattern& state) {
  return standingUnder([&](model::Concept id) -> std::optional<bool> {
    const ConceptAnswer* answer = solution.find(id);
    if (answer == nullptr || party.index() >= answer->stable.size() || !answer->stable[party.index()])
      return std::nullopt;
    return engine.contains(*answer->stable[party.index()], state);
  });
}

} // namespace stasis::stability
