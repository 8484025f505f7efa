#pragma once

// The answer of `states`: the feasible states with their numbers, in words. JSON is `stasis/states-2`.

#include "report/telling/look.h"
#include "stability/engine.h"

#include <string>

namespace stasis::report {

struct StatesView {
  stability::Engine& engine;
  stability::StateSet set;
  std::string whereText; ///< empty: all feasible states
  /// Merged states in which the condition holds for some members and not for others.
  std::optional<stability::StateSet> inPart{};
  std::size_t listText = 20; ///< states that text shows at most
  std::size_t list = 4096;   ///< states that any format lists at most
  int schema = 2;            ///< of the JSON
};

std::string statesText(const StatesView& view, const Look& look);
std::string statesMarkdown(const StatesView& view);
std::string statesCsv(const StatesView& view);
std::string statesJson(const StatesView& view);

} // namespace stasis::report
