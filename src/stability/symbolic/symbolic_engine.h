#pragma once

// The engine that never visits a state: sets of states are decision diagrams over the options, whatever their
// number. With {(s, v) : low(s) ≤ v} instead of low itself, the one formula of all five concepts (see
// docs/concepts.md and explicit_engine.h) is a few operations on sets:
//
//   high_i(s) > v     is   s can move into { rank_i > v }, or is there
//   low_X(s) ≤ v      is   the others can come from s into { rank_i ≤ v } (GMR, SEQ), { high_i ≤ v } (SMR,
//   SSEQ) s is unstable     if   for v = rank_i(s), i can move into { rank_i > v and not low_X ≤ v }
//
// one search backwards for each party and concept, for all thresholds v at once, and no thresholds counted
// out. It takes options, constraints, directions and every form of preference; moves listed one by one and
// merged states need the explicit engine. Tested against tests/oracle/ by the suite in tests/properties, and
// against the explicit engine on larger conflicts.

#include "language/codes/diagnostic.h"
#include "stability/engine.h"

#include <memory>

namespace stasis::stability {

struct OpenedSymbolic {
  std::unique_ptr<Engine> engine;    ///< none if there are errors
  language::Diagnostics diagnostics; ///< errors and warnings, by place
};

/// The conflict must outlive the engine. Throws LimitReached. Engines are independent: each may run in its
/// own thread.
OpenedSymbolic openSymbolic(const model::Conflict& conflict, const EngineLimits& limits,
                            const Errand& errand);

/// The feasible states that differ from some state of the set in these options alone, or not at all. The
/// engine must be one of these. Throws LimitReached.
StateSet differingIn(Engine& engine, StateSet set, const std::vector<model::OptionId>& options);

} // namespace stasis::stability
