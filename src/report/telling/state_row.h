#pragma once

// What an answer says about one state, gathered from the engine: the row that every rendering (text, CSV,
// Markdown, JSON) lays out in its own way.

#include "stability/solution.h"

#include <optional>
#include <string>
#include <vector>

namespace stasis::report {

struct StateRow {
  std::optional<stability::StateNumber> number;
  std::string name;  ///< how to refer to it: its name, else `s` and its number
  std::string title; ///< its label or `status quo`; may be empty
  model::Pattern pattern;
  std::vector<std::optional<std::uint64_t>> places;     ///< by party
  std::vector<std::vector<std::optional<bool>>> stable; ///< by concept in the order solved, then by party
  std::vector<std::optional<bool>> equilibrium;         ///< by concept in the order solved

  std::optional<bool> mixedEquilibrium; ///< present if a mixture was solved
  stability::Count alike = 1; ///< how many states the row stands for, itself included (see Engine::listAlike)

  bool isEquilibrium() const;
};

StateRow stateRow(stability::Engine& engine, const stability::Solution& solution,
                  const model::Pattern& state);

/// Rows for the first `limit` states of the set.
std::vector<StateRow> stateRows(stability::Engine& engine, const stability::Solution& solution,
                                stability::StateSet set, std::size_t limit);

/// The states that are an equilibrium under some concept solved, or under the mixture.
stability::StateSet anyEquilibrium(stability::Engine& engine, const stability::Solution& solution);

} // namespace stasis::report
