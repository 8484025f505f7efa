#pragma once

// What is asked of every reading, answered yes or no on the equilibria under one concept: whether a state is
// one of them, whether some of them satisfy a condition, or whether all do (also if there are none).
// Cost: the engine's.

#include "model/query.h"
#include "stability/engine.h"

#include <memory>
#include <string>
#include <vector>

namespace stasis::analysis {

struct AskedOutcome {
  enum class Kind : std::uint8_t { state, some, all };
  Kind kind = Kind::state;
  model::Pattern state;                      ///< of Kind::state
  std::shared_ptr<const model::Query> query; ///< of the others
  std::string text;                          ///< of the query, as asked
};

/// By outcome. Throws LimitReached.
std::vector<bool> verdicts(stability::Engine& engine, model::Concept concept_,
                           const std::vector<AskedOutcome>& outcomes);

} // namespace stasis::analysis
