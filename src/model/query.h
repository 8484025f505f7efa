#pragma once

// A question about states: a condition that may name stability besides options and defines, as in `peace and
// not stable for Russia under nash`. `--where`, `--state` and `expect` use it. Constraints, definitions and
// preferences cannot, since stability follows from them.
//
// Invariant: in `condition` the define number `defines.size() + k`, beyond those of the conflict, stands for
// `stabilities[k]`.

#include "model/concept.h"
#include "model/expression.h"

#include <vector>

namespace stasis::model {

/// `equilibrium under nash, seq` or `stable for Russia, Ukraine under nash`: under each of the concepts, for
/// each of the parties.
struct Stability {
  std::vector<PartyId> parties; ///< empty: every party of the conflict, which means an equilibrium
  std::vector<Concept> concepts;

  friend bool operator==(const Stability&, const Stability&) = default;
};

struct Query {
  Expression condition;
  std::vector<Stability> stabilities;

  friend bool operator==(const Query&, const Query&) = default;
};

} // namespace stasis::model
