#include "analysis/states/open_by_moves.h"

#include "stability/explicit/enumerate.h"
#include "stability/explicit/explicit_engine.h"
#include "stability/orbits/counts_engine.h"
#include "stability/orbits/counts_seen.h"

namespace stasis::analysis {

namespace {

/// With fewer orbits than this they are no slower, and give the number of moves, too.
constexpr std::uint64_t fewOrbits = std::uint64_t{1} << 16;

/// Parties that keep so many counts in view are beyond diagrams, if orbits are too many (open_engine.cpp).
constexpr std::size_t manyCounts = 3;

bool worthCounting(const model::Conflict& conflict, const stability::EngineLimits& limits,
                   const stability::Errand& errand, AskedOf asked) {
  using stability::EngineChoice;
  if (limits.engine == EngineChoice::explicitly || limits.engine == EngineChoice::symbolic)
    return false;
  const std::size_t options = conflict.options.size();
  if (limits.engine == EngineChoice::automatic && options <= stability::maxExplicitOptions &&
      std::uint64_t{1} << options <= stability::statesAllowed(limits, conflict.parties.size()))
    return false;
  const auto orbits = stability::orbitsThatFit(conflict, limits);
  const bool otherwiseEndless = !orbits && stability::mostCountsSeen(conflict) >= manyCounts;
  return (otherwiseEndless || (asked == AskedOf::byMoves && (!orbits || *orbits > fewOrbits))) &&
         stability::takesCounts(conflict, errand);
}

} // namespace

Opened openForStability(const model::Conflict& conflict, const stability::EngineLimits& limits,
                        const stability::Errand& errand, AskedOf asked, bool everyFamily) {
  if (everyFamily || !worthCounting(conflict, limits, errand, asked))
    return openEngine(conflict, limits, errand, everyFamily);
  auto opened = stability::openCounts(conflict, errand);
  return {std::move(opened.engine), std::move(opened.diagnostics)};
}

} // namespace stasis::analysis
