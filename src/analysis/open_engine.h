#pragma once

// The engine for a conflict: the explicit one while its feasible states fit, the symbolic one beyond; where
// the model speaks of single states (rankings of states, listed or merged states, listed moves) only the
// explicit one will do.

#include "language/diagnostic.h"
#include "stability/engine.h"

#include <cstdint>
#include <memory>

namespace stasis::analysis {

enum class EngineChoice : std::uint8_t { automatic, explicit_, symbolic };

struct Opened {
  std::unique_ptr<stability::Engine> engine; ///< none if there are errors
  language::Diagnostics diagnostics;         ///< what only the feasible states show, by place
};

/// Throws LimitReached. The conflict must live as long as the engine.
Opened openEngine(const model::Conflict& conflict, EngineChoice choice, const stability::EngineLimits& limits,
                  const stability::Errand& errand);

} // namespace stasis::analysis
