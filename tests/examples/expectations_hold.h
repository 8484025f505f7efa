#pragma once

// Whether the `expect` lines of a conflict hold, by the definitions; and what its states show to be wrong.

#include "analysis/states/open_engine.h"
#include "oracle/queries.h"

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

/// The feasible states, or the equilibria under each concept.
inline std::vector<oracle::Places> setsSpokenOf(const oracle::Game& game,
                                                const std::vector<model::ConceptRef>& concepts) {
  std::vector<oracle::Places> sets;
  for (const model::ConceptRef& concept_ : concepts)
    sets.push_back(game.equilibria(concept_.id));
  if (concepts.empty())
    for (oracle::Place s = sets.emplace_back().size(); s < game.size(); ++s)
      sets.back().push_back(s);
  return sets;
}

inline std::size_t satisfying(const oracle::Game& game, const model::Query& query,
                              const oracle::Places& states) {
  return static_cast<std::size_t>(std::ranges::count_if(
      states, [&](oracle::Place s) { return oracle::satisfies(game, game.conflict(), query, s); }));
}

inline void expectHolds(const oracle::Game& game, const model::ExpectCount& e) {
  for (const oracle::Places& states : setsSpokenOf(game, e.concepts))
    EXPECT_EQ(std::to_string(e.where ? satisfying(game, *e.where, states) : states.size()), e.count);
}

inline void expectHolds(const oracle::Game& game, const model::ExpectQuantity& e) {
  for (const oracle::Places& states : setsSpokenOf(game, e.concepts)) {
    const std::size_t found = satisfying(game, e.satisfied, states);
    switch (e.quantity) {
    case model::Quantity::all: EXPECT_EQ(found, states.size()); break;
    case model::Quantity::some: EXPECT_GT(found, 0U); break;
    case model::Quantity::no: EXPECT_EQ(found, 0U); break;
    }
  }
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
