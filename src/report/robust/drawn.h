#pragma once

// The answer of `robust --sample`, for people (text, Markdown) and for programs (JSON `stasis/drawn-1`, CSV).

#include "analysis/robust/drawn_rankings.h"
#include "report/telling/look.h"

namespace stasis::report {

struct DrawnView {
  stability::Engine& engine; ///< of the conflict as written
  const analysis::DrawnAnswer& answer;
  const analysis::DrawnQuestion& question;
};

std::string drawnText(const DrawnView& view, const Look& look);
std::string drawnMarkdown(const DrawnView& view);
std::string drawnJson(const DrawnView& view);
std::string drawnCsv(const DrawnView& view);

} // namespace stasis::report
