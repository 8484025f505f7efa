#pragma once

// Opens an engine for a conflict that will be asked of stability only, never of single moves. If many parties
// alike are only counted and nothing but Nash, GMR and SMR is asked of, the engine that counts them
// (counts_engine.h) takes the place of orbits and diagrams. It also does if all concepts are asked of and no
// other engine would end: then three of five are answered. Otherwise the engine is the usual one.
//
// Tested by the sessions of tests/cli.

#include "analysis/states/open_engine.h"

namespace stasis::analysis {

/// Which stability will be asked of: any, or Nash, GMR and SMR only.
enum class AskedOf : std::uint8_t { anyConcept, byMoves };

/// The conflict must outlive the engine. `everyFamily` as for `openEngine`. Throws LimitReached.
Opened openForStability(const model::Conflict& conflict, const stability::EngineLimits& limits,
                        const stability::Errand& errand, AskedOf asked, bool everyFamily);

} // namespace stasis::analysis
