#pragma once

// The engine for a conflict. Whoever asks questions above stability opens it here and nowhere else, so that
// an engine for conflicts beyond the reach of this one has one place to be chosen in.

#include "language/diagnostic.h"
#include "stability/engine.h"

#include <memory>

namespace stasis::analysis {

struct Opened {
  std::unique_ptr<stability::Engine> engine; ///< none if there are errors
  language::Diagnostics diagnostics;         ///< what only the feasible states show, by place
};

/// Throws LimitReached. The conflict must live as long as the engine.
Opened openEngine(const model::Conflict& conflict, const stability::EngineLimits& limits,
                  const stability::Errand& errand);

} // namespace stasis::analysis
