#pragma once

// The question to `robust`: the states, the parties and the kinds of changes named on its command line.

#include "analysis/robust/robustness.h"
#include "stability/solution.h"

#include <optional>
#include <vector>

namespace stasis::cli {

class Console;
struct Arguments;

/// `--change drop,swap`. None, after an error message, if a word is no kind of change.
std::optional<std::vector<analysis::ChangeKind>> kindsAsked(const Arguments& arguments, Console& console);

/// `--variants 1-500`; all of them without the option. None, after an error message, if it is no range.
std::optional<analysis::VariantRange> variantsAsked(const Arguments& arguments, Console& console);

/// The states of --state and --where, at most --list; without these options, the status quo, every named
/// state and equilibria. None, after an error message, if there is no such state.
std::optional<std::vector<model::Pattern>> statesAsked(const Arguments& arguments, stability::Engine& engine,
                                                       const stability::Solution& solution, Console& console);

/// Whether particular states are asked about.
bool namesStates(const Arguments& arguments);

} // namespace stasis::cli
