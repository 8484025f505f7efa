#pragma once

// A whole case as one HTML file that needs nothing else. Its first page is the studio's first screen: whether
// today holds and who would rather do what, the outcomes with their verdicts and how sure these are, and what
// would make the outcome asked about hold. Then the reasons in the words of `brief`, where improvements lead,
// how each party likes the outcomes, the model with every line linked to the words it rests on, the reports
// with those words marked, and last what specialists call all this. No script, no request to anywhere, light
// and dark, made to be printed. The same case gives the same bytes.
//
// Nothing is computed here. Tested by reading it back: every tag is closed, every link has its target, and
// nothing of the case is unescaped; and in a browser: the first page is the studio's first screen, and no box
// is cut on paper.

#include "analysis/explain/explanation.h"
#include "analysis/paths/improvement_tree.h"
#include "analysis/robust/robustness.h"
#include "analysis/views/hypergame_answer.h"
#include "evidence/citations.h"
#include "language/lexing/source_text.h"
#include "report/brief/brief.h"
#include "report/solution/outcome_order.h"
#include "stability/repetition.h"

#include <optional>
#include <string>
#include <vector>

namespace stasis::report {

/// A row of the first table; with the reasons of its parties, if they were searched.
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
  const OutcomeOrder& order;
  std::vector<CaseState> states; ///< the rows, in their order
  std::optional<analysis::ImprovementTree> tree;
  const evidence::CheckedCitations& citations;
  const evidence::Coverage& coverage;
  std::vector<CaseSource> sources; ///< in the order of the conflict
  const language::SourceText& model;
  bool concepts =
      false; ///< whether the solution concepts are named everywhere, and each reason told step by step
  std::optional<BriefStory> story{};
  std::optional<analysis::Robustness>
      robust{}; ///< about the states, if they are few enough to solve each variant
  /// If limited moves were asked for: how they go on.
  std::optional<stability::Repetition> repetition{};
  std::string leftOut{}; ///< why reasons and drawing are missing; empty if they are present
  const analysis::HypergameAnswer* hypergame = nullptr; ///< null: the model has no views
};

std::string caseHtml(const CaseView& view);

} // namespace stasis::report
