#pragma once

// What can be asked of states: a condition in which, beside options and defines, stability may be named, as
// in `peace and not stable for Russia under nash`. Asked by `--where`, `--state` and `expect`; constraints,
// definitions and preferences cannot speak of it, since what is stable follows from them.
//
// Invariant: a define of `condition` beyond those of the conflict, number `defines.size() + k`, stands for
// `stabilities[k]`.

#include "model/concept.h"
#include "model/expression.h"

#include <vector>

namespace stasis::model {

/// `equilibrium under nash, seq` or `stable for Russia, Ukraine under nash`: so under each of the concepts,
/// for each of the parties.
struct Stability {
  std::vector<PartyId> parties; ///< none: for every party of the conflict, which is an equilibrium
  std::vector<Concept> concepts;

  friend bool operator==(const Stability&, const Stability&) = default;
};

struct Query {
  Expression condition;
  std::vector<Stability> stabilities;

  friend bool operator==(const Query&, const Query&) = default;
};

} // namespace stasis::model
