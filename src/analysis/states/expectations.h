#pragma once

// Whether a conflict meets its `expect` lines. An expectation may name a merged state; a number counts the
// feasible states from 1. Cost: the engine's, for the concepts named.

#include "model/conflict.h"
#include "stability/engine.h"

#include <string>
#include <vector>

namespace stasis::analysis {

struct Verdict {
  model::Range range; ///< of the expectation
  bool met = false;
  std::string found; ///< what the conflict gives instead; empty if met
};

/// One verdict per expectation, in order. Throws LimitReached.
std::vector<Verdict> checkExpectations(stability::Engine& engine);
/// The verdict on one expectation of an engine whose states have the numbers and names of those of `whole`.
/// Throws LimitReached.
Verdict checkExpectation(stability::Engine& engine, stability::Engine& whole,
                         const model::Expectation& expectation);

} // namespace stasis::analysis
