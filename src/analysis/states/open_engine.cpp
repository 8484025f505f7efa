#include "analysis/states/open_engine.h"

#include "stability/explicit/enumerate.h"
#include "stability/explicit/explicit_engine.h"
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

/// Beyond these, sets of states are smaller than states where the conflict speaks of few options at a time.
constexpr std::uint64_t statesWorthVisiting = std::uint64_t{1} << 22;

} // namespace

Opened openEngine(const model::Conflict& conflict, const stability::EngineLimits& limits,
                  const stability::Errand& errand) {
  using stability::EngineChoice;
  const auto openExplicit = [&] { return asEngine(stability::openExplicit(conflict, limits, errand)); };
  const auto openSymbolic = [&] { return asEngine(stability::openSymbolic(conflict, limits, errand)); };
  if (limits.engine == EngineChoice::symbolic)
    return openSymbolic();
  if (limits.engine == EngineChoice::explicitly || needsExplicit(conflict))
    return openExplicit();
  const std::uint64_t fit =
      std::min(stability::statesAllowed(limits, conflict.parties.size()),
               stability::speaksNarrowly(conflict) ? statesWorthVisiting : ~std::uint64_t{0});
  const std::size_t options = conflict.options.size();
  if (options <= stability::maxExplicitOptions && std::uint64_t{1} << options <= fit)
    return openExplicit();
  auto opened = openSymbolic();
  if (options > stability::maxExplicitOptions || !opened.engine ||
      opened.engine->count(opened.engine->feasible()) > fit)
    return opened;
  opened.engine.reset();
  return openExplicit();
}

} // namespace stasis::analysis
