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
  bool overall = true;   ///< no particular states are asked about: tell also what else changes
  std::size_t limit = 8; ///< lines of a list told to people
  int schema = 2;        ///< of the JSON
};

std::string robustnessText(const RobustnessView& view, const Look& look);
std::string robustnessMarkdown(const RobustnessView& view);
std::string robustnessJson(const RobustnessView& view);
std::string robustnessCsv(const RobustnessView& view);

/// Changes in words: `Russia: … is dropped; and …`.
std::string variantText(const ChangeWords& words, const analysis::Variant& variant);

/// Those of the variants that turn a verdict although none of their changes alone does.
std::vector<std::size_t> leastChanges(const analysis::Robustness& answer,
                                      const std::vector<std::size_t>& turned);

/// Concepts under which a state fares alike, whatever is changed.
struct Fate {
  std::vector<std::size_t> concepts; ///< positions among those solved
  bool asWritten = false;
  std::vector<std::size_t> turned; ///< variants in which it is otherwise
};
std::vector<Fate> fates(const analysis::Robustness& answer, std::size_t state);

} // namespace stasis::report
