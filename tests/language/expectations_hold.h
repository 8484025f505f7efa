#pragma once

// Whether the `expect` lines of a conflict hold, by the definitions; and what its states show to be wrong.

#include "analysis/open_engine.h"
#include "oracle/definitions.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <variant>

namespace stasis::language {

inline void expectHolds(const oracle::Game& game, const model::ExpectEquilibria& e) {
  oracle::Places states;
  for (const model::StateRef& state : e.states)
    states.push_back(game.place(state));
  std::ranges::sort(states);
  EXPECT_EQ(game.equilibria(e.concept_.id), states);
}

inline void expectHolds(const oracle::Game& game, const model::ExpectState& e) {
  const oracle::Place state = game.place(e.state);
  for (const model::ConceptRef& concept_ : e.concepts) {
    const auto equilibria = game.equilibria(concept_.id);
    const bool holds = e.stableFor ? game.isStable(concept_.id, e.stableFor->index(), state)
                                   : std::ranges::binary_search(equilibria, state);
    EXPECT_NE(holds, e.negated);
  }
}

inline void expectHolds(const oracle::Game& game, const model::ExpectCount& e) {
  EXPECT_EQ(std::to_string(game.size()), e.count);
}

inline void expectationsHold(const model::Conflict& conflict) {
  const oracle::Game game(conflict);
  for (const model::Expectation& e : conflict.expectations)
    std::visit([&](const auto& what) { expectHolds(game, what); }, e.what);
}

/// What `stasis check` says beyond reading the file.
inline Diagnostics problemsOfStates(const model::Conflict& conflict) {
  return analysis::openEngine(conflict, {}, stability::Errand()).diagnostics;
}

} // namespace stasis::language
