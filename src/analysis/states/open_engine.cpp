#include "analysis/states/open_engine.h"

#include "stability/explicit/enumerate.h"
#include "stability/explicit/explicit_engine.h"
#include "stability/symbolic/symbolic_engine.h"

namespace stasis::analysis {

namespace {

template <class OpenedByEngine> Opened asEngine(OpenedByEngine opened) {
  return {std::move(opened.engine), std::move(opened.diagnostics)};
}

bool needsExplicit(const model::Conflict& conflict) {
  return !conflict.listed.empty() || conflict.hasGraphForm();
}

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
  const std::uint64_t fit = stability::statesAllowed(limits, conflict.parties.size());
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
