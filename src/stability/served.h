#pragma once

// Which families of concepts a conflict uses, and which of them an engine supports. The explicit engine
// supports all; the symbolic engine and the engine of orbits support the classical ones.
//
// O(tiers). Tested in tests/families and by the sessions of tests/cli.

#include "stability/engine.h"

namespace stasis::stability {

/// Whether some part of the conflict is written for concepts of this family; always for the classical ones.
bool speaksOf(const model::Conflict& conflict, model::ConceptFamily family);
/// Whether it uses a family other than the classical one.
bool speaksBeyondRanks(const model::Conflict& conflict);

/// The concepts of all families that the engine's conflict uses and the engine supports, in the order of the
/// table.
std::vector<model::Concept> conceptsOfInterest(const Engine& engine);

/// `the symbolic engine does not serve strength of preference`.
std::string notServed(const Engine& engine, model::ConceptFamily family);
/// Throws LimitReached, with those words, if the engine does not serve the concept's family.
void requireServed(const Engine& engine, model::Concept concept_);

} // namespace stasis::stability
