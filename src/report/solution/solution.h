#pragma once

// The answer of `solve`, for people (text, Markdown) and for programs (JSON `stasis/solution-2`, CSV).
// Nothing is computed here: sets, counts and places come from the engine.

#include "analysis/states/equilibrium_groups.h"
#include "analysis/states/satisfaction.h"
#include "report/telling/look.h"
#include "stability/solution.h"

#include <optional>
#include <string>
#include <vector>

namespace stasis::report {

struct SolutionView {
  stability::Engine& engine;
  const stability::Solution& solution;
  /// Only these states are shown (`--where`); absent: all.
  std::optional<stability::StateSet> where;
  std::string whereText;
  /// Text and Markdown: every state, not equilibria alone.
  bool all = false;
  /// States listed at most; sets beyond are told by count and examples.
  std::size_t list = 4096;
  /// The file's name as given, for the commands suggested; empty: none are.
  std::string file;
  /// With `where`, by concept as solved: whether its equilibria are among those states; absent where the work
  /// ended before.
  std::vector<std::optional<analysis::Satisfaction>> satisfied;
  /// With `where`: the merged states in which it holds for some members and not for others.
  std::optional<stability::StateSet> inPart{};
  /// Where improvements lead from the status quo; absent where there is none or it was not searched.
  std::optional<stability::StateSet> reached{};
  /// JSON: the equilibria by the concepts they are equilibria under.
  std::vector<analysis::EquilibriumGroup> groups{};
  /// JSON: the version of the schema.
  int schema = 2;
  /// Text: equilibria told one by one at most, where states are too many for a table.
  std::size_t told = 8;
  /// How the program is called, for the commands suggested.
  std::string program = "stasis";
};

std::string solutionText(const SolutionView& view, const Look& look);
std::string solutionMarkdown(const SolutionView& view, const Look& look);
std::string solutionCsv(const SolutionView& view);
std::string solutionJson(const SolutionView& view);

/// Title and, on one line, how many parties, options, states, moves: the head of every answer.
std::string headText(stability::Engine& engine, const Look& look);

} // namespace stasis::report
