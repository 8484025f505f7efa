#pragma once

// A legal sequence of unilateral moves: each starts where the previous one ends, and nobody moves twice in a
// row (Fang, Hipel & Kilgour 1993, section 4.2).

#include "model/pattern.h"

#include <vector>

namespace stasis::analysis {

struct Step {
  model::PartyId mover;
  model::Pattern from;
  model::Pattern to;
  friend bool operator==(const Step&, const Step&) = default;
};

using Sequence = std::vector<Step>;

} // namespace stasis::analysis
