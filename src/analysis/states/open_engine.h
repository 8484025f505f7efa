#pragma once

// Chooses and opens the engine for a conflict. All code above stability opens engines here.
//
// By default it takes the explicit engine if the feasible states fit its limit, and for what only that engine
// supports (listed moves, merged states); otherwise the symbolic engine. It also takes the symbolic engine
// above four million states, or above 2^16 if the conflict speaks of doubts or attitudes, if every statement
// and constraint speaks of few options (stability::speaksNarrowly). The symbolic engine counts the states if
// the options alone do not give their number. The engine of orbits comes before both if parties alike make
// far fewer orbits than states, or if diagrams would be slower.

#include "language/codes/diagnostic.h"
#include "stability/engine.h"

#include <memory>

namespace stasis::analysis {

struct Opened {
  std::unique_ptr<stability::Engine> engine; ///< none if there are errors
  language::Diagnostics diagnostics;         ///< what only the feasible states show, in order of place
};

/// By default it prefers an engine that serves every family of concepts if the conflict uses more than ranks,
/// or if `everyFamily` asks for it. The conflict must outlive the engine. Throws LimitReached.
Opened openEngine(const model::Conflict& conflict, const stability::EngineLimits& limits,
                  const stability::Errand& errand, bool everyFamily = false);

} // namespace stasis::analysis
