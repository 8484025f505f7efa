#include "stability/served.h"

#include "model/applies.h"
#include "model/limited_moves.h"
#include "model/simultaneous.h"

namespace stasis::stability {

using model::ConceptFamily;

bool speaksOf(const model::Conflict& conflict, ConceptFamily family) {
  switch (family) {
  case ConceptFamily::classical: return true;
  case ConceptFamily::strength: return conflict.speaksOfStrength();
  case ConceptFamily::unknown: return conflict.speaksOfDoubt();
  case ConceptFamily::attitudes: return conflict.speaksOfAttitudes();
  }
  return false;
}

std::vector<model::Concept> conceptsOfInterest(const Engine& engine) {
  std::vector<model::Concept> all;
  for (const auto& concept_ : model::allConcepts())
    if (speaksOf(engine.conflict(), concept_.family) && engine.serves(concept_.family))
      all.push_back(concept_.id);
  return all;
}

namespace {

/// Whether the engine that works on sets of states supports it.
bool familyOnSets(ConceptFamily family) {
  return family != model::limitedFamily && family != model::simultaneousFamily;
}

} // namespace

std::optional<Refusal> refusal(const Engine& engine, model::Concept concept_) {
  if (auto why = model::whyNot(engine.conflict(), concept_))
    return Refusal{std::move(*why), ""};
  const model::ConceptFamily family = row(concept_).family;
  if (engine.serves(family))
    return std::nullopt;
  return Refusal{"the " + std::string(engine.name()) + " engine does not serve " +
                     std::string(row(family).name),
                 std::string(familyOnSets(family) ? "`--engine symbolic` does; " : "") +
                     "`--engine explicit` does, up to the states that fit in memory"};
}

void requireServed(const Engine& engine, model::Concept concept_) {
  if (const auto refused = refusal(engine, concept_))
    throw LimitReached(Limit::states, refused->why + (refused->help.empty() ? "" : "; " + refused->help));
}

} // namespace stasis::stability
