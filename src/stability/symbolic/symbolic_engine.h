#pragma once

// The engine that never visits a state: sets of states are decision diagrams over the options, however many
// states they have. With {(s, v) : low(s) ≤ v} in place of low itself, the one formula of all five concepts
// (see docs/concepts.md and explicit/sanction_stability.h) becomes a few operations on sets:
//
//   high_i(s) > v     iff  s lies in { rank_i > v }, or i can move there from s
//   low_X(s) ≤ v      iff  s lies in { rank_i ≤ v } (GMR, SEQ) or { high_i ≤ v } (SMR, SSEQ), or the
//                          others can come there from s
//   s is unstable     iff  for v = rank_i(s), i can move into { rank_i > v and not low_X ≤ v }
//
// One search backwards for each party and concept covers all thresholds v at once, without listing them. The
// engine takes options, constraints, directions and every form of preference. Moves listed one by one and
// merged states need the explicit engine. Tested against tests/oracle/ by the suite in tests/stability, and
// against the explicit engine on larger conflicts.

#include "language/codes/diagnostic.h"
#include "stability/engine.h"

#include <memory>
#include <optional>

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

/// The feasible states that stand in this relation to a feasible state for the party. None if the engine is
/// not one of these, whose `canMoveInto` also takes `perhapsBetter` and `liked`: what each step of an answer
/// is. Throws LimitReached.
std::optional<StateSet> standingTo(Engine& engine, const model::Pattern& state, model::PartyId party,
                                   model::Relation relation);

} // namespace stasis::stability
