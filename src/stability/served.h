#pragma once

// Which families of concepts a conflict uses, and which of them an engine supports. The explicit engine
// supports all; the symbolic engine all but limited moves and moves at the same time, the engine of orbits
// the classical ones and strength.
//
// O(tiers). Tested in tests/stability and by the sessions of tests/cli.

#include "stability/engine.h"

namespace stasis::stability {

/// Whether some part of the conflict is written for concepts of this family; always for the classical ones.
bool speaksOf(const model::Conflict& conflict, model::ConceptFamily family);

/// The concepts of all families that the engine's conflict uses and the engine supports, in the order of the
/// table.
std::vector<model::Concept> conceptsOfInterest(const Engine& engine);

/// Why a concept is not judged, and what to do.
struct Refusal {
  std::string why;  ///< `the symbolic engine does not serve strength of preference`
  std::string help; ///< empty if nothing helps
  friend bool operator==(const Refusal&, const Refusal&) = default;
};
/// None if the engine judges the concept in its conflict. What the conflict cannot have comes first.
std::optional<Refusal> refusal(const Engine& engine, model::Concept concept_);
/// Throws LimitReached, with those words, if the engine does not judge the concept in its conflict.
void requireServed(const Engine& engine, model::Concept concept_);

} // namespace stasis::stability
