#pragma once

// Finds states by the text that names them on a command line. It tries in this order:
//
//   status-quo          the options taken now
//   war, "Open war"     a listed or given name, or a label (letter case and quotes do not matter)
//   7, s7               a number, or a number after s
//   YN-N                letters for all options, - for either
//   peace and not aid   an expression of the modelling language, or one that also asks of stability, such as
//                       `peace and equilibrium under nash`: every feasible state in which it holds
//
// For any other text the answer suggests the nearest name. Tested in tests/states.

#include "language/codes/diagnostic.h"
#include "stability/engine.h"

#include <optional>
#include <string>
#include <string_view>

namespace stasis::analysis {

struct StatesNamed {
  std::optional<stability::StateSet> set; ///< at least one state; none if there is a problem
  std::string problem;                    ///< what is wrong, without a full stop
  std::string help;                       ///< what was probably meant; may be empty
  language::Diagnostics diagnostics;      ///< instead of both: by place in the text, read as an expression
};

StatesNamed statesNamed(stability::Engine& engine, std::string_view text);

} // namespace stasis::analysis
