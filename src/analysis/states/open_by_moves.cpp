#include "analysis/states/open_by_moves.h"

#include "stability/explicit/enumerate.h"
#include "stability/explicit/explicit_engine.h"
#include "stability/orbits/counts_engine.h"
#include "stability/orbits/counts_seen.h"

namespace stasis::analysis {

namespace {

/// With fewer orbits than this they are no slower, and give the number of moves, too.
constexpr std::uint64_t fewOrbits = std::uint64_t{1} << 16;

/// With fewer counts in view diagrams are small, and quicker than classes where there are many singles.
constexpr std::size_t manyCounts = 3;

bool worthCounting(const model::Conflict& conflict, const stability::EngineLimits& limits,
                   const stability::Errand& errand) {
  using stability::EngineChoice;
  if (limits.engine == EngineChoice::explicitly || limits.engine == EngineChoice::symbolic)
    return false;
  const std::size_t options = conflict.options.size();
  if (limits.engine == EngineChoice::automatic && options <= stability::maxExplicitOptions &&
      std::uint64_t{1} << options <= stability::statesAllowed(limits, conflict.parties.size()))
    return false;
  if (stability::mostCountsSeen(conflict) < manyCounts)
    return false;
  const auto orbits = stability::orbitsThatFit(conflict, limits);
  return (!orbits || *orbits > fewOrbits) && stability::takesCounts(conflict, errand);
}

} // namespace

Opened openByMoves(const model::Conflict& conflict, const stability::EngineLimits& limits,
                   const stability::Errand& errand) {
  if (!worthCounting(conflict, limits, errand))
    return openEngine(conflict, limits, errand);
  auto opened = stability::openCounts(conflict, errand);
  return {std::move(opened.engine), std::move(opened.diagnostics)};
}

} // namespace stasis::analysis
