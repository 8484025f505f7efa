#pragma once

// The answer of a hypergame, for `solve`: under each concept its equilibria, whose picture makes them so, and
// who would be surprised. If a limit ends the work, what is finished is kept. Tested with its parts.

#include "analysis/views/differences.h"
#include "analysis/views/surprise.h"

namespace stasis::analysis {

/// States given with whose picture makes them an equilibrium, at most, by programs that show an answer.
inline constexpr std::size_t mostByPictures = 4096;

/// Adds the concepts of the families that views use and the conflict does not, if the engine serves them, in
/// the order of the table.
void addConceptsOfViews(std::vector<model::Concept>& concepts, const model::Views& views,
                        const stability::Engine& engine);

struct HypergameAnswer {
  Hypergame& game;
  std::vector<model::Concept> concepts; ///< those asked that the engine of every picture serves
  /// By concept, as a set of the whole; none: there are too many states to compare, or the work ended before.
  std::vector<std::optional<stability::StateSet>> equilibria{};
  ByPictures states{};
  Surprises surprises{};
  std::optional<stability::Stopped> stopped{};
};

/// With at most `most` states in `states`. Never throws LimitReached.
HypergameAnswer solveHypergame(Hypergame& game, const std::vector<model::Concept>& concepts,
                               std::size_t most);

} // namespace stasis::analysis
