#pragma once

// The answer of `explain --observed`: for each party the strictest concepts that explain what it did, or what
// would have to be the other way round. Text, Markdown, and JSON `stasis/observed-1`.
// Tested by the sessions of tests/cli.

#include "analysis/explain/observed.h"
#include "report/telling/look.h"

#include <string>

namespace stasis::report {

struct ObservedView {
  stability::Engine& engine;
  const analysis::Observed& observed;
  std::vector<model::Concept> concepts; ///< those asked
};

std::string observedText(const ObservedView& view, const Look& look);
std::string observedMarkdown(const ObservedView& view);
std::string observedJson(const ObservedView& view);

} // namespace stasis::report
