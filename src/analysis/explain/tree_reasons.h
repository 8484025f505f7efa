#pragma once

// Why a party stays or not if it looks h moves ahead (model/looking_ahead.h): for every move to a state that
// it likes better, the answer that deters it and lasts, and what would follow if it moved on from there; or
// an answer that deters it at first, and the move with which it goes on.
//
// Of a limit, the least h of its kind at which it is decided, if one decides it: MR_h only grows over odd h
// and only shrinks over even h. If none does, h is the greatest that a key can name.
//
// All is found here by the definition, by recursion over the states that come up, not taken from the engine.
// Cost: for each h and each state that comes up, the states that the others can reach from it. Tested against
// the oracle in tests/explain.

#include "analysis/explain/relational_reasons.h"

namespace stasis::analysis {

/// Looks at most at this many states. Throws LimitReached.
ConceptReasons treeReasons(stability::Engine& engine, RelationalReasons& reasons, Exploration& exploration,
                           Exploration::Place s, model::PartyId party, model::Concept id, std::size_t most,
                           const stability::Errand& errand);

} // namespace stasis::analysis
