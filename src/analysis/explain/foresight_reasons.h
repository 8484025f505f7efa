#pragma once

// Why a party stays or not if it foresees the other's moves (model/limited_moves.h): where each of its moves
// would end. For `nonmyopic`: for how many moves ahead it stays; how these go on is asked of the engine.
//
// Where a move ends is found here by the definition, from the moves of the states it could lead to, not taken
// from the engine. Cost: the moves of all these states, for each number of moves. Tested against the oracle
// in tests/explain.

#include "analysis/explain/relational_reasons.h"

namespace stasis::analysis {

/// The conflict has two parties. Throws LimitReached, also after looking at this many states.
ConceptReasons foresightReasons(stability::Engine& engine, Exploration& exploration, Exploration::Place s,
                                model::PartyId party, model::Concept id, std::size_t most,
                                const stability::Errand& errand);

} // namespace stasis::analysis
