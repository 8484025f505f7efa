#pragma once

// Whether a conflict gives what its `expect` lines say it must. A state named in an expectation may be
// merged; a number counts the feasible states from 1. Cost: the engine's, for the concepts named.

#include "model/conflict.h"
#include "stability/engine.h"

#include <string>
#include <vector>

namespace stasis::analysis {

struct Verdict {
  model::Range range; ///< of the expectation
  bool met = false;
  std::string found; ///< what the conflict gives instead, empty when met
};

/// One verdict per expectation, in order. Throws LimitReached.
std::vector<Verdict> checkExpectations(stability::Engine& engine);

} // namespace stasis::analysis
