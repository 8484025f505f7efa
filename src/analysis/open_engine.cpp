#include "analysis/open_engine.h"

#include "stability/explicit/explicit_engine.h"

namespace stasis::analysis {

Opened openEngine(const model::Conflict& conflict, const stability::EngineLimits& limits,
                  const stability::Errand& errand) {
  auto opened = stability::openExplicit(conflict, limits, errand);
  return {std::move(opened.engine), std::move(opened.diagnostics)};
}

} // namespace stasis::analysis
