#pragma once

// The answer of `coalitions`, for people (text, Markdown) and for programs (JSON `stasis/coalitions-2`, CSV).

#include "analysis/coalitions/coalitions.h"
#include "report/telling/look.h"

#include <string>

namespace stasis::report {

struct CoalitionsView {
  stability::Engine& engine;
  const analysis::Rules& rules;
  const analysis::CoalitionQuestion& question;
  const analysis::CoalitionsAnswer& answer;
  std::size_t departures = 8; ///< shown at most, in text
  std::string examined; ///< which states were examined: `every state`, `the equilibria`, `states where peace`
  int schema = 2;       ///< of the JSON
};

std::string coalitionsText(const CoalitionsView& view, const Look& look);
std::string coalitionsMarkdown(const CoalitionsView& view);
std::string coalitionsJson(const CoalitionsView& view);
std::string coalitionsCsv(const CoalitionsView& view);

/// `MoE + Uniroyal`, or spoken: `MoE and Uniroyal`.
std::string coalitionName(const model::Conflict& conflict, const analysis::Coalition& coalition,
                          bool spoken = false);

} // namespace stasis::report
