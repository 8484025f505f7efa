#pragma once

// The engine for a conflict, chosen in one place: whoever asks questions above stability opens it here.
//
// Left to choose, it takes the explicit engine while the feasible states fit in what it may hold, and for
// what only it can do (listed moves, merged states); beyond that the symbolic one. The symbolic one is also
// taken beyond four million states where every statement and constraint speaks of few options
// (stability::speaksNarrowly). How many states there are, the symbolic engine counts, where the options alone
// do not tell. Before either comes the engine of orbits, where parties alike make far fewer orbits than
// states, or where diagrams would do worse.

#include "language/codes/diagnostic.h"
#include "stability/engine.h"

#include <memory>

namespace stasis::analysis {

struct Opened {
  std::unique_ptr<stability::Engine> engine; ///< none if there are errors
  language::Diagnostics diagnostics;         ///< what only the feasible states show, by place
};

/// Left to choose, an engine that serves every family of concepts is preferred where the conflict speaks of
/// more than ranks, or where that is asked for (`everyFamily`). Throws LimitReached. The conflict must live
/// as long as the engine.
Opened openEngine(const model::Conflict& conflict, const stability::EngineLimits& limits,
                  const stability::Errand& errand, bool everyFamily = false);

} // namespace stasis::analysis
