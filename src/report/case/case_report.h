#pragma once

// A whole case as one HTML file that needs nothing else: the answer, the graph, why the important states hold
// or do not, the model with every line linked to the words it rests on, and the reports with those words
// marked. No script, no request to anywhere, light and dark, made to be printed. The same case gives the same
// bytes.
//
// Nothing is computed here. Tested by reading it back: every tag is closed, every link has its target, and
// nothing of the case is unescaped.

#include "analysis/explain/explanation.h"
#include "analysis/paths/improvement_tree.h"
#include "analysis/views/hypergame_answer.h"
#include "evidence/citations.h"
#include "stability/repetition.h"

#include <optional>
#include <string>
#include <vector>

namespace stasis::report {

/// A state that gets a row because it is named, is today's, or is an equilibrium; with the reasons why it
/// holds or does not, if they are shown.
struct CaseState {
  model::Pattern state;
  std::optional<analysis::Explanation> why;
};

struct CaseSource {
  std::string text;    ///< empty if it could not be read
  std::string problem; ///< why it could not be read
};

struct CaseView {
  stability::Engine& engine;
  const stability::Solution& solution;
  std::vector<CaseState> states;
  std::optional<analysis::ImprovementTree> tree;
  const evidence::CheckedCitations& citations;
  const evidence::Coverage& coverage;
  std::vector<CaseSource> sources; ///< in the order of the conflict
  std::string modelText;
  /// If limited moves were asked for: how they go on.
  std::optional<stability::Repetition> repetition{};
  std::string leftOut{}; ///< why reasons and drawing are missing; empty if they are present
  const analysis::HypergameAnswer* hypergame = nullptr; ///< null: the model has no views
};

std::string caseHtml(const CaseView& view);

} // namespace stasis::report
