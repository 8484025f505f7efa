#pragma once

// The answer of `diff`: what changed in the model and in what holds, as text, Markdown and JSON
// (`stasis/diff-1`).

#include "analysis/diff/answer_diff.h"
#include "analysis/diff/model_diff.h"
#include "report/telling/look.h"

#include <string>

namespace stasis::report {

struct DiffView {
  stability::Engine& a;
  stability::Engine& b;
  const std::vector<analysis::ModelChange>& model;
  const analysis::AnswerDiff& answer;
  std::size_t limit = 8; ///< states of each list that text and Markdown name
};

std::string diffText(const DiffView& view, const Look& look);
std::string diffMarkdown(const DiffView& view);
std::string diffJson(const DiffView& view);

} // namespace stasis::report
