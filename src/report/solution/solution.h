#pragma once

// The answer of `solve`, for people (text, Markdown) and for programs (JSON `stasis/solution-2`, CSV).
// Nothing is computed here: sets, counts and places come from the engine.

#include "analysis/states/equilibrium_groups.h"
#include "analysis/states/satisfaction.h"
#include "analysis/views/hypergame_answer.h"
#include "report/telling/look.h"
#include "stability/repetition.h"

#include <optional>
#include <string>
#include <vector>

namespace stasis::report {

struct SolutionView {
  stability::Engine& engine;
  const stability::Solution& solution;
  /// The states to show (`--where`); absent: all.
  std::optional<stability::StateSet> where;
  std::string whereText;
  /// Text and Markdown: show every state, not only equilibria.
  bool all = false;
  /// At most this many states are listed; for larger sets, their size and examples are given.
  std::size_t list = 4096;
  /// The file's name as given, for the commands that are suggested; empty: no suggestions.
  std::string file;
  /// With `where`, for each concept in the order solved: whether its equilibria are among those states;
  /// absent if the work ended before.
  std::vector<std::optional<analysis::Satisfaction>> satisfied;
  /// With `where`: the merged states in which it holds for some members and not for others.
  std::optional<stability::StateSet> inPart{};
  /// If limited moves were asked for: how they go on. Absent if that was not found out.
  std::optional<stability::Repetition> repetition{};
  /// Where improvements lead from the status quo; absent if there is no status quo or no search was made.
  std::optional<stability::StateSet> reached{};
  /// JSON: the equilibria, grouped by the concepts under which they are equilibria.
  std::vector<analysis::EquilibriumGroup> groups{};
  /// JSON: the version of the schema.
  int schema = 2;
  /// Text: at most this many equilibria are shown one by one if there are too many states for a table.
  std::size_t told = 8;
  /// The name by which the program was called, for the commands that are suggested.
  std::string program = "stasis";
  /// What holds as each sees the conflict; null: the model has no views, or only one of them is answered.
  const analysis::HypergameAnswer* hypergame = nullptr;
};

std::string solutionText(const SolutionView& view, const Look& look);
std::string solutionMarkdown(const SolutionView& view, const Look& look);
std::string solutionCsv(const SolutionView& view);
std::string solutionJson(const SolutionView& view);

/// The head of every answer: the title, and on one line the numbers of parties, options, states and moves.
std::string headText(stability::Engine& engine, const Look& look);

} // namespace stasis::report
