#pragma once

// The answer of `robust`, for people (text, Markdown) and for programs (JSON `stasis/robustness-2`, CSV).

#include "analysis/robust/robustness.h"
#include "report/robust/change_words.h"
#include "report/telling/look.h"

#include <string>

namespace stasis::report {

struct RobustnessView {
  stability::Engine& engine;
  const analysis::Robustness& answer;
  const language::SourceText& source;
  bool overall = true;   ///< no particular states are asked about, so what else changes is shown too
  std::size_t limit = 8; ///< lines of a list in text and Markdown
  int schema = 2;        ///< of the JSON
};

std::string robustnessText(const RobustnessView& view, const Look& look);
std::string robustnessMarkdown(const RobustnessView& view);
std::string robustnessJson(const RobustnessView& view);
std::string robustnessCsv(const RobustnessView& view);

/// The changes of a variant in words: `Russia: … is dropped; and …`.
std::string variantText(const ChangeWords& words, const analysis::Variant& variant);

/// The variants that turn a verdict although none of their changes does so alone.
std::vector<std::size_t> leastChanges(const analysis::Robustness& answer,
                                      const std::vector<std::size_t>& turned);

/// Concepts under which a state has the same verdict in every variant.
struct Fate {
  std::vector<std::size_t> concepts; ///< positions in the list of concepts solved
  bool asWritten = false;
  std::vector<std::size_t> turned; ///< variants with another verdict
};
std::vector<Fate> fates(const analysis::Robustness& answer, std::size_t state);

} // namespace stasis::report
