#pragma once

// A whole case as one HTML file that needs nothing else: the answer, the graph, why the states that matter
// hold or do not, the model with every line tied to the words it rests on, and the reports with those words
// marked. No script, no request to anywhere, light and dark, made to be printed. The same case gives the same
// bytes.
//
// Nothing is computed here. Tested by reading it back: every tag closed, every link has its target, nothing
// of the case unescaped.

#include "analysis/explain/explanation.h"
#include "analysis/paths/improvement_tree.h"
#include "evidence/citations.h"
#include "stability/solution.h"

#include <optional>
#include <string>
#include <vector>

namespace stasis::report {

/// A state worth a row: named, today's, an equilibrium; with why it holds or does not, where that is told.
struct CaseState {
  model::Pattern state;
  std::optional<analysis::Explanation> why;
};

struct CaseSource {
  std::string text;    ///< empty where it could not be read
  std::string problem; ///< why
};

struct CaseView {
  stability::Engine& engine;
  const stability::Solution& solution;
  std::vector<CaseState> states;
  std::optional<analysis::ImprovementTree> tree;
  const evidence::CheckedCitations& citations;
  const evidence::Coverage& coverage;
  std::vector<CaseSource> sources; ///< as the conflict lists them
  std::string modelText;
  std::string leftOut; ///< why reasons and the drawing are not there; empty: they are
};

std::string caseHtml(const CaseView& view);

} // namespace stasis::report
