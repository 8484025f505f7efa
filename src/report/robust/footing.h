#pragma once

// The answer of `robust --subsets`, for people (text, Markdown) and for programs (JSON `stasis/footing-2`,
// CSV).

#include "analysis/robust/footing.h"
#include "report/robust/change_words.h"
#include "report/telling/look.h"

#include <string>

namespace stasis::report {

struct FootingView {
  stability::Engine& engine; ///< of the conflict as written
  const analysis::FootingAnswer& answer;
  const language::SourceText& source;
  std::string_view solver; ///< the engine that solved all subsets
  int schema = 2;          ///< of the JSON
};

std::string footingText(const FootingView& view, const Look& look);
std::string footingMarkdown(const FootingView& view);
std::string footingJson(const FootingView& view);
std::string footingCsv(const FootingView& view);

/// The change that drops the statement of a belief.
analysis::Change dropping(const analysis::Belief& belief);
/// "Russia: `talks if press`".
std::string beliefText(const ChangeWords& words, const analysis::Belief& belief);
/// `12.5%`: exact if two decimals are enough, otherwise rounded, but never to 0% or 100%.
std::string percentage(const stability::Count& part, const stability::Count& whole);

} // namespace stasis::report
