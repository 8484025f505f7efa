#pragma once

// Opens an engine for a conflict that is asked about Nash, GMR and SMR alone: neither about improvements nor
// about single moves. If many parties alike are only counted and keep several counts in view, the engine that
// counts them (counts_engine.h) takes the place of orbits and diagrams; otherwise the engine is the usual
// one.
//
// Tested by the sessions of tests/cli.

#include "analysis/states/open_engine.h"

namespace stasis::analysis {

/// The conflict must outlive the engine. Throws LimitReached.
Opened openByMoves(const model::Conflict& conflict, const stability::EngineLimits& limits,
                   const stability::Errand& errand);

} // namespace stasis::analysis
