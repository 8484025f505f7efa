#pragma once

// Which families of concepts a conflict speaks of, and which of them an engine answers for. The explicit
// engine answers for all; the symbolic engine and the engine of orbits for the classical ones.
//
// O(tiers). Tested in tests/families and by the sessions of tests/cli.

#include "stability/engine.h"

namespace stasis::stability {

/// Whether something in the conflict is written for concepts of this family; always of the classical ones.
bool speaksOf(const model::Conflict& conflict, model::ConceptFamily family);
/// Of a family other than the classical.
bool speaksBeyondRanks(const model::Conflict& conflict);

/// The concepts of all families that the engine's conflict speaks of and the engine serves, in the order of
/// the table.
std::vector<model::Concept> conceptsOfInterest(const Engine& engine);

/// `the symbolic engine does not serve strength of preference`.
std::string notServed(const Engine& engine, model::ConceptFamily family);
/// Throws LimitReached, with those words, where the engine does not serve the concept's family.
void requireServed(const Engine& engine, model::Concept concept_);

} // namespace stasis::stability
