#pragma once

// The answer to `solve`: for every concept asked and every party the states stable for it, and the
// equilibria. When a limit ends the work, what was finished is kept and the rest is absent. Cost: the
// engine's; tested over both engines in tests/properties.

#include "stability/engine.h"

#include <optional>
#include <string>
#include <vector>

namespace stasis::stability {

struct ConceptAnswer {
  model::Concept id = model::Concept::nash;
  /// By party; absent where the work ended before.
  std::vector<std::optional<StateSet>> stable;
  /// Absent unless every party's set is there.
  std::optional<StateSet> equilibria;
};

struct Stopped {
  Limit limit = Limit::interrupted;
  std::string message;
};

struct Solution {
  std::vector<ConceptAnswer> concepts; ///< in the order asked
  std::optional<Stopped> stopped;      ///< present: the answer is only part

  const ConceptAnswer* find(model::Concept id) const;
};

/// All five, in the order of the table.
std::vector<model::Concept> everyConcept();

/// Solves for the concepts given, party by party; never throws LimitReached.
Solution solve(Engine& engine, const std::vector<model::Concept>& concepts);

} // namespace stasis::stability
