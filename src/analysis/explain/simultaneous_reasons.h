#pragma once

// Why a state is stable or not for a party under SIM (model/simultaneous.h): for every improvement, what
// others would do for their own gain at the same time, so that all of it together leads to a state that is no
// better for the party. Of several, one with few who act.
//
// Cost: for each improvement the combinations of the others' improvements. Tested against the oracle in
// tests/explain.

#include "analysis/explain/relational_reasons.h"

namespace stasis::analysis {

/// Moves are by options, and no state is merged. Throws LimitReached, also after this many combinations.
ConceptReasons simultaneousReasons(Exploration& exploration, Exploration::Place s, model::PartyId party,
                                   model::Concept id, std::size_t most, const stability::Errand& errand);

} // namespace stasis::analysis
