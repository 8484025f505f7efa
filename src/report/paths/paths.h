#pragma once

// The answer of `paths`, for people (text, Markdown), for programs (JSON `stasis/paths-2`, CSV) and as a
// drawing (Graphviz, Mermaid) of the states and moves on the ways shown.

#include "analysis/paths/paths.h"
#include "report/telling/look.h"

#include <string>

namespace stasis::report {

struct PathsView {
  stability::Engine& engine;
  const analysis::Rules& rules;
  const analysis::PathsQuestion& question;
  const analysis::PathsAnswer& answer;
  /// What was solved. A state is marked with the concepts of these under which it is an equilibrium.
  const stability::Solution& solution;
  std::string to; ///< the goal in the words of the user; empty: every equilibrium
  /// For each group, the concepts under which its states are equilibria. Empty if `to` is given.
  std::vector<std::vector<model::Concept>> under;
  int schema = 2; ///< of the JSON
};

std::string pathsText(const PathsView& view, const Look& look);
std::string pathsMarkdown(const PathsView& view);
std::string pathsJson(const PathsView& view);
std::string pathsCsv(const PathsView& view);
std::string pathsDot(const PathsView& view);
std::string pathsMermaid(const PathsView& view);

/// `every concept` if these are all, otherwise `GMR and SMR`.
std::string conceptWords(const std::vector<model::Concept>& concepts);

/// The concepts solved under which the state is an equilibrium.
std::vector<model::Concept> equilibriumUnder(const PathsView& view, const model::Pattern& state);

/// Why there is no way, one sentence each.
std::vector<std::string> barrierWords(const PathsView& view, const analysis::GoalWays& goal,
                                      const Look& look);

} // namespace stasis::report
