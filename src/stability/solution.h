#pragma once

// The answer to `solve`: for every concept asked and every party the states stable for it, and the
// equilibria. If a limit ends the work, finished parts are kept and the rest is absent. Cost: the engine's.
// Tested over all engines in tests/stability.

#include "stability/engine.h"

#include <optional>
#include <string>
#include <vector>

namespace stasis::stability {

struct ConceptAnswer {
  model::Concept id = model::Concept::nash;
  /// By party; absent if the work ended before.
  std::vector<std::optional<StateSet>> stable;
  /// Absent unless the set of every party is there.
  std::optional<StateSet> equilibria;
};

struct Stopped {
  Limit limit = Limit::interrupted;
  std::string message;
};

/// Each party is judged by its own concept: the states stable for each party under its concept.
struct MixedAnswer {
  std::vector<model::Concept> byParty;
  std::optional<StateSet> equilibria; ///< absent if the work ended before
};

struct Solution {
  std::vector<ConceptAnswer> concepts; ///< in the order asked
  std::optional<MixedAnswer> mixed;    ///< present if asked for
  std::optional<Stopped> stopped;      ///< present: the answer is only a part

  const ConceptAnswer* find(model::Concept id) const;
};

/// The five classical concepts, in the order of the table.
std::vector<model::Concept> everyConcept();

/// Solves for the concepts given, party by party; never throws LimitReached.
Solution solve(Engine& engine, const std::vector<model::Concept>& concepts);

/// Solves for the concepts that occur in `byParty`, one for each party, and for their mixture.
Solution solveMixed(Engine& engine, const std::vector<model::Concept>& byParty);

} // namespace stasis::stability
