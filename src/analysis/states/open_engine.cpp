#include "analysis/states/open_engine.h"

#include "stability/explicit/enumerate.h"
#include "stability/explicit/explicit_engine.h"
#include "stability/orbits/counts_seen.h"
#include "stability/orbits/kinds.h"
#include "stability/orbits/orbits_engine.h"
#include "stability/orbits/told_apart.h"
#include "stability/served.h"
#include "stability/symbolic/symbolic_engine.h"
#include "stability/symbolic/variable_order.h"

#include <algorithm>

namespace stasis::analysis {

namespace {

template <class OpenedByEngine> Opened asEngine(OpenedByEngine opened) {
  return {std::move(opened.engine), std::move(opened.diagnostics)};
}

bool needsExplicit(const model::Conflict& conflict) {
  return !conflict.listed.empty() || conflict.hasGraphForm();
}

/// With more states than this, sets are smaller than lists of states if the conflict speaks narrowly.
constexpr std::uint64_t statesWorthVisiting = std::uint64_t{1} << 22;
/// The same if doubts or attitudes are asked of: the explicit engine then visits states class by class.
constexpr std::uint64_t statesWorthComparing = std::uint64_t{1} << 16;

std::uint64_t statesWorthListing(const model::Conflict& conflict) {
  if (!stability::speaksNarrowly(conflict))
    return ~std::uint64_t{0};
  const bool byClasses = conflict.speaksOfDoubt() || conflict.speaksOfAttitudes();
  return byClasses ? statesWorthComparing : statesWorthVisiting;
}

// An orbit costs less than a state of the explicit engine. Diagrams cannot handle parties that see three
// counts or more from about ten members on (docs/benchmarks.md has the measured cases).
constexpr std::uint64_t statesWorthAnOrbit = 8;
constexpr std::uint64_t fewStates = std::uint64_t{1} << 16;
constexpr std::uint64_t fewOrbits = std::uint64_t{1} << 16;
constexpr std::uint64_t mostOrbits = std::uint64_t{1} << 29;
constexpr std::size_t manyCounts = 3;

/// Compared with the explicit engine, if the options make at most 2^62 states.
bool fewerOrbits(std::uint64_t states, std::uint64_t orbits) {
  return states >= fewStates && orbits <= states / statesWorthAnOrbit;
}

/// The number of options that the parties of the largest kind have together.
std::size_t optionsOfTheLargestKind(const model::Conflict& conflict) {
  std::size_t most = 0;
  for (const stability::Parties& kind : stability::kindsOf(conflict, {}))
    most = std::max(most, kind.size() * conflict.party(kind.front()).optionCount);
  return most;
}

/// Compared with diagrams. Their time grows with the options of the parties that must be distinguished: 18
/// options take about as long as 2^20 orbits, and every three more double it.
/// `beyond`: only where diagrams would hardly end are the concepts that orbits do not serve given up.
bool easierThanDiagrams(const model::Conflict& conflict, std::uint64_t orbits, bool beyond) {
  if (orbits <= fewOrbits && !beyond)
    return true;
  if (orbits > mostOrbits || stability::mostCountsSeen(conflict) < manyCounts)
    return false;
  const std::size_t doublings = 14 + optionsOfTheLargestKind(conflict) / 3;
  return doublings >= 29 || orbits <= std::uint64_t{1} << doublings;
}

/// Reports parties that a single line tells apart, if that makes the conflict slower.
void tellApart(const model::Conflict& conflict, Opened& opened) {
  const auto told = stability::membersToldApart(conflict, fewOrbits, mostOrbits);
  opened.diagnostics.insert(opened.diagnostics.end(), told.begin(), told.end());
  language::sortByPlace(opened.diagnostics);
}

} // namespace

Opened openEngine(const model::Conflict& conflict, const stability::EngineLimits& limits,
                  const stability::Errand& errand, bool everyFamily) {
  using stability::EngineChoice;
  const auto openExplicit = [&] { return asEngine(stability::openExplicit(conflict, limits, errand)); };
  const auto openSymbolic = [&] { return asEngine(stability::openSymbolic(conflict, limits, errand)); };
  const auto asOrbits = [&] {
    Opened opened = asEngine(stability::openOrbits(conflict, limits, errand));
    if (opened.engine)
      tellApart(conflict, opened);
    return opened;
  };
  if (limits.engine == EngineChoice::symbolic)
    return openSymbolic();
  if (limits.engine == EngineChoice::orbits)
    return asOrbits();
  if (limits.engine == EngineChoice::explicitly || needsExplicit(conflict))
    return openExplicit();
  const std::uint64_t allowed = stability::statesAllowed(limits, conflict.parties.size());
  const std::size_t options = conflict.options.size();
  if (everyFamily && options <= stability::maxExplicitOptions && std::uint64_t{1} << options <= allowed)
    return openExplicit(); // the engine that serves all
  const std::uint64_t fit = std::min(allowed, statesWorthListing(conflict));
  const bool explicitly = options <= stability::maxExplicitOptions && std::uint64_t{1} << options <= fit;
  const bool beyond = everyFamily || conflict.speaksOfDoubt() || conflict.speaksOfAttitudes();
  const auto orbits = stability::orbitsThatFit(conflict, limits);
  if (orbits && (explicitly ? !beyond && fewerOrbits(std::uint64_t{1} << options, *orbits)
                            : easierThanDiagrams(conflict, *orbits, beyond)))
    return asOrbits();
  if (explicitly)
    return openExplicit();
  auto opened = openSymbolic();
  if (opened.engine)
    tellApart(conflict, opened);
  if (options > stability::maxExplicitOptions || !opened.engine ||
      opened.engine->count(opened.engine->feasible()) > fit)
    return opened;
  opened.engine.reset();
  return openExplicit();
}

} // namespace stasis::analysis
