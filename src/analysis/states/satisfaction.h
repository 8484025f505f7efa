#pragma once

// Whether all, some or none of a set of states satisfy a condition, with an example of each kind. Exact for
// sets of every size; each example is the first by number.

#include "stability/engine.h"

#include <optional>

namespace stasis::analysis {

struct Satisfaction {
  stability::Count satisfying;
  stability::Count of;
  stability::Count inPart = 0;                  ///< merged states in which it holds for some members only
  std::optional<model::Pattern> example;        ///< one that satisfies it
  std::optional<model::Pattern> counterExample; ///< one that does not

  bool all() const { return satisfying == of; }
  bool none() const { return satisfying == 0; }
};

/// Of `set`, those that are in `condition`, and how many are in `inPart` (statesInPart).
Satisfaction satisfaction(stability::Engine& engine, stability::StateSet set, stability::StateSet condition,
                          std::optional<stability::StateSet> inPart = {});

} // namespace stasis::analysis
